export default function ScenariosScreen() {
  return null;
}

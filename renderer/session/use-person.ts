import { useQuery } from "@tanstack/react-query";
import { mintId } from "../engine/mint-id";
import { readPerson } from "./person";
import { useSessionServices } from "./use-plan-session";

/** Who sits at this computer. */
export function usePerson() {
  const { host } = useSessionServices();
  return useQuery({ queryKey: ["person"], queryFn: () => readPerson(host, mintId) });
}

/** The years of a new plan: templates begin with the year after this one. */
export const planYears = (): readonly [number, number, number, number] => {
  const first = new Date().getFullYear() + 1;
  return [first, first + 1, first + 2, first + 3];
};

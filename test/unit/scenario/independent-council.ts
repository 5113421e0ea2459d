/** What a council's size and composition do (models A1, A5, A9), summed case by case. */

interface PaperCouncil {
  readonly citizens: number;
  readonly officials: number;
  readonly citizenAttendance: number;
  readonly officialAttendance: number;
}

/** Chances of 0, 1 … n hits, each person added in turn. */
function countChances(n: number, p: number): number[] {
  let chances = [1];
  for (let person = 0; person < n; person += 1) {
    const next = new Array<number>(chances.length + 1).fill(0);
    for (const [hits, chance] of chances.entries()) {
      next[hits] = (next[hits] ?? 0) + chance * (1 - p);
      next[hits + 1] = (next[hits + 1] ?? 0) + chance * p;
    }
    chances = next;
  }
  return chances;
}

export function councilFigures(council: PaperCouncil) {
  const { citizens, officials, citizenAttendance, officialAttendance } = council;
  const seats = citizens + officials;
  const majority = Math.floor(seats / 2) + 1;
  let quorate = 0;
  let decided = 0;
  for (const [c, chanceOfCitizens] of countChances(citizens, citizenAttendance).entries())
    for (const [o, chanceOfOfficials] of countChances(officials, officialAttendance).entries()) {
      if (c + o < majority) continue;
      const chance = chanceOfCitizens * chanceOfOfficials;
      quorate += chance;
      for (const [yes, chanceOfYes] of countChances(c, 0.5).entries()) {
        const [withBloc, without] = [2 * (yes + o) > c + o, 2 * yes > c + o];
        if (withBloc && !without) decided += chance * chanceOfYes;
      }
    }
  const swings = countChances(citizens, 0.5).map((chance, yes) =>
    yes < majority && yes + officials >= majority ? chance : 0,
  );
  return {
    presenceSeated: 1 - 0.95 ** seats,
    presenceAtMeeting: 1 - (1 - 0.05 * citizenAttendance) ** seats,
    quorate,
    officialsDecide: decided / quorate,
    banzhaf: swings.reduce((sum, chance) => sum + chance, 0),
    shapley: officials / (citizens + 1),
  };
}

import type { Belief, Beliefs } from '../../shared/pipeline/beliefs.ts';

const beta = (a: number, b: number): Belief => ({ kind: 'beta', a, b });
const gamma = (shape: number, months: number): Belief => ({ kind: 'gamma', shape, months });

/** Yearly leaving of each group: mean, worth 60 people. */
const leaving = [0.1, 0.08, 0.09, 0.11, 0.12, 0.085, 0.095, 0.105, 0.115];

/** The priors of model.md 1.5 for groups of any names; the return of a lapsed PI is certain unless given. */
export function priorBeliefs(
  groups: readonly string[],
  piReturnYearly: Belief = { kind: 'fixed', value: 0 },
): Beliefs {
  return {
    withdraw: [beta(3, 27), beta(2, 23), beta(2, 18)],
    interrupt: [beta(2.2, 24.8), beta(2, 21), beta(2.4, 15.6)],
    returnAfterInterruption: beta(7, 3),
    goOn: [beta(6, 4), beta(6, 4)],
    coi: [gamma(4, 80), gamma(4, 60), gamma(4, 60)],
    piFromNone: [gamma(2, 500), gamma(3, 200), gamma(4, 130)],
    piFromCoi: [gamma(2, 200), gamma(4, 130), gamma(4, 70)],
    piRoleLossYearly: beta(3, 57),
    piReturnYearly,
    groups: Object.fromEntries(
      groups.map((name, index) => {
        const leave = leaving[index % leaving.length]!;
        return [
          name,
          {
            professionRatio: { kind: 'log-normal', sigma: 0.25 },
            leaveYearly: beta(60 * leave, 60 * (1 - leave)),
          },
        ];
      }),
    ),
    bands: [0, 6, 12, 24],
    bandMultipliers: [0.5, 1, 1.2, 0.8],
    piLeaveRatio: 0.8,
  };
}

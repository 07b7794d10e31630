import { addDays, asPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import type { LearnerRow } from '../../shared/imports/learner-rules.ts';
import { usualSlots, type SupervisorFields } from '../../shared/learners/supervisor.ts';
import { randomFor } from './random.ts';

const employers = [
  'Example University',
  'Example Health Research Institute',
  'Example City Council',
] as const;

/** The supervisors whom the learner sheet names, one in four of them from outside, some with a letter that runs out soon. */
export function generateSupervisors(
  plan: { readonly seed: string; readonly dataCut: PlainDate },
  learners: readonly LearnerRow[],
): readonly SupervisorFields[] {
  const random = randomFor(plan.seed, 'supervisors');
  const names = [
    ...new Set(learners.flatMap(({ supervisor }) => (supervisor === null ? [] : [supervisor]))),
  ].sort();
  return names.map((name, index) => {
    const external = index % 4 === 3;
    const letter = index % 8 === 3 ? ('letter-of-access' as const) : ('honorary-contract' as const);
    return {
      name,
      kind: external ? 'external' : 'internal',
      employer: external ? random.pick(employers) : null,
      letter: external ? letter : null,
      termSlots: usualSlots,
      letterExpires: external ? addDays(plan.dataCut, random.whole(40, 500)) : null,
      slots: random.whole(1, 3),
      activeFrom: asPlainDate('2024-09-01'),
      activeTo: null,
    };
  });
}

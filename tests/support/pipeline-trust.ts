import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { defaultGroupsOn, pathwayOn } from '../../shared/pipeline/default-rates.ts';
import type { Person, ProjectionInputs, Stage } from '../../shared/pipeline/projection-inputs.ts';
import { retirementByMonth } from '../../shared/pipeline/retirement.ts';

const cut = asPlainDate('2026-11-20');
const groups = [
  'Nursing and Midwifery Registered',
  'Allied Health Professionals',
  'Healthcare Scientists',
  'Add Prof Scientific and Technic',
  'Medical and Dental',
  'Additional Clinical Services',
];
const ageBands = ['31-35', '41-45', '51-55', '56-60', '61-65'];

/** A trust of the size of model.md section 3: 60 learners in 45 profiles, 12 PIs, six staff groups, 124 months. */
export function sampleTrust(): ProjectionInputs {
  const horizonMonths = 124;
  const retire = ageBands.map(
    (band) => retirementByMonth(publishedParameters, cut, band, horizonMonths)?.value ?? [0],
  );
  const people = Array.from({ length: 45 }, (_, index): Person => {
    const shared = {
      group: groups[index % groups.length]!,
      count: index < 15 ? 2 : 1,
      retireMonthly: retire[index % retire.length],
    };
    const stage = (1 + (index % 3)) as Stage;
    switch (index % 4) {
      case 0:
        return { ...shared, kind: 'planned', stage, startIn: 9 + 12 * (index % 2), uptake: 0.9 };
      case 1:
        return { ...shared, kind: 'studying', stage, elapsed: 2 + (index % 3) };
      case 2:
        return { ...shared, kind: 'interrupted', stage, elapsed: 5, returnIn: 2 + (index % 7) };
      default:
        return {
          ...shared,
          kind: 'graduated',
          held: stage,
          sinceAward: index % 30,
          undecided: stage < 3,
          nextStartIn: 9,
          role: index % 8 === 3 ? 'coi' : undefined,
        };
    }
  });
  const pis = Array.from({ length: 12 }, (_, index): Person => ({
    kind: 'pi',
    group: groups[index % groups.length]!,
    count: 1,
    retireMonthly: retire[index % retire.length],
    held: index % 2 === 0 ? 1 : undefined,
    roleEndsIn: index % 3 === 0 ? 6 + index : undefined,
  }));
  return {
    startMonth: asMonth('2026-12'),
    horizonMonths,
    pathway: pathwayOn(publishedParameters, cut).value,
    groups: defaultGroupsOn(publishedParameters, cut).value,
    people: [...people, ...pis],
  };
}

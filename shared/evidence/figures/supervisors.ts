import { monthOf } from '../../calendar/month.ts';
import { suppressCounts } from '../../core/suppress.ts';
import { slotsOfMonth, slotsOn } from '../../learners/supervisor-slots.ts';
import type { EvidenceInputs } from '../evidence-inputs.ts';
import { countTable, notKnown, type FigureBody } from '../figure.ts';
import { counted, dayOf, hidden, shownCount, whole } from '../words.ts';
import { step, type WorkingStep } from '../working.ts';

/**
 * Supervisors who count on the day by where they come from, their slots, and the learners who need one: the first line
 * of the supervisors page. Slots of few supervisors are hidden with them, and a shortage with the learners.
 */
export function supervisorsFigure({ supervisors, slotNeeds = [], dataCut }: EvidenceInputs): FigureBody {
  if (supervisors.length === 0) return notKnown('No supervisor is recorded.');
  const active = supervisors.filter((one) => slotsOn(one, dataCut) > 0);
  const external = active.filter(({ kind }) => kind === 'external').length;
  const people = suppressCounts([external, active.length - external]);
  const { needed, exist, short, withoutSupervisor } = slotsOfMonth(
    supervisors,
    slotNeeds,
    monthOf(dataCut),
    dataCut,
  );
  const learners = suppressCounts([withoutSupervisor, needed - withoutSupervisor]);
  const [outside = null, inside = null] = people.counts;
  const [without = null] = learners.counts;
  const slots = people.total === null ? hidden : whole(exist);
  const isFew = learners.total === null || people.total === null;
  const lacking = isFew && short > 0 ? hidden : whole(short);
  const working: readonly WorkingStep[] = [
    step('Employed by the trust', 'people', active.length - external, 'counted', inside !== null),
    step('From outside the trust, letter in force', 'people', external, 'counted', outside !== null),
    step('All supervisors who count', 'people', active.length, { sum: [0, 1] }, people.total !== null),
    step('Slots on the day', 'number', exist, 'counted', people.total !== null),
    step('Learners who need a slot', 'people', needed, 'counted', learners.total !== null),
    step('Of them without a supervisor', 'people', withoutSupervisor, 'counted', without !== null),
    step('Slots short', 'number', short, 'counted', lacking !== hidden),
  ];
  return {
    headline: `${slots} slots, ${shownCount(learners.total)} needed`,
    sentence: `On ${dayOf(dataCut)} ${counted(people.total, 'supervisor', 'supervisors')} could take ${slots} learners at one time; ${counted(learners.total, 'learner', 'learners')} on the register must have a slot; slots short: ${lacking}.`,
    table: countTable(
      'Supervisors and their slots',
      ['Measure', 'Number'],
      working.map(({ label, printed }) => [label, printed]),
    ),
    working,
  };
}

import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { usualSlots, type SupervisorFields } from '../../shared/learners/supervisor.ts';

/** A supervisor with nothing wrong. */
export const exampleSupervisor: SupervisorFields = {
  name: 'Dr Robin Example',
  kind: 'internal',
  employer: null,
  letter: null,
  letterExpires: null,
  termSlots: usualSlots,
  slots: 2,
  activeFrom: asPlainDate('2025-09-01'),
  activeTo: null,
};

import { parsePlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import {
  faultsOfSupervisor,
  type Letter,
  type Supervisor,
  type SupervisorFields,
  type SupervisorKind,
} from '../../shared/learners/supervisor.ts';

/** A supervisor as typed: '' where nothing is. */
export type SupervisorDraft = {
  readonly name: string;
  readonly kind: SupervisorKind;
  readonly employer: string;
  readonly letter: Letter | '';
  readonly letterExpires: string;
  readonly slots: string;
  readonly activeFrom: string;
  readonly activeTo: string;
};

export function emptySupervisor(activeFrom: PlainDate): SupervisorDraft {
  return {
    name: '',
    kind: 'internal',
    employer: '',
    letter: '',
    letterExpires: '',
    slots: '2',
    activeFrom,
    activeTo: '',
  };
}

export function draftOfSupervisor(one: Supervisor): SupervisorDraft {
  return {
    name: one.name,
    kind: one.kind,
    employer: one.employer ?? '',
    letter: one.letter ?? '',
    letterExpires: one.letterExpires ?? '',
    slots: String(one.slots),
    activeFrom: one.activeFrom,
    activeTo: one.activeTo ?? '',
  };
}

/** What the draft says, as the server takes it, or what stops it, each with what to do. */
export type ReadDraft =
  | { readonly ok: true; readonly supervisor: SupervisorFields }
  | { readonly ok: false; readonly problems: readonly string[] };

export function readDraft(draft: SupervisorDraft): ReadDraft {
  const activeFrom = parsePlainDate(draft.activeFrom);
  const slots = /^[0-9]{1,2}$/.test(draft.slots.trim()) ? Number(draft.slots) : 99;
  const missing = [
    ...(draft.name.trim() === '' ? ['Type the name of the supervisor'] : []),
    ...(slots > 50 ? ['Type how many learners at one time, from 0 to 50'] : []),
  ];
  if (activeFrom === null) return { ok: false, problems: [...missing, 'Type the first active day'] };
  const external = draft.kind === 'external';
  const supervisor: SupervisorFields = {
    name: draft.name.trim(),
    kind: draft.kind,
    employer: external && draft.employer.trim() !== '' ? draft.employer.trim() : null,
    letter: external && draft.letter !== '' ? draft.letter : null,
    letterExpires: external ? parsePlainDate(draft.letterExpires) : null,
    slots,
    activeFrom,
    activeTo: parsePlainDate(draft.activeTo),
  };
  const problems = [...missing, ...faultsOfSupervisor(supervisor)];
  return problems.length === 0 ? { ok: true, supervisor } : { ok: false, problems };
}

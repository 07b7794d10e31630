import { parsePlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import {
  faultsOfSupervisor,
  type Letter,
  type Supervisor,
  type SupervisorFields,
  type SupervisorKind,
  type Term,
  termNames,
  terms,
} from '../../shared/learners/supervisor.ts';

/** A supervisor as typed: '' where nothing is. */
export type SupervisorDraft = {
  readonly name: string;
  readonly kind: SupervisorKind;
  readonly employer: string;
  readonly letter: Letter | '';
  readonly letterExpires: string;
  readonly slots: string;
  /** By term; '' is as usual. */
  readonly termSlots: Readonly<Record<Term, string>>;
  readonly activeFrom: string;
  readonly activeTo: string;
};

/** One value for each term. */
function eachTerm<T>(of: (term: Term) => T): Readonly<Record<Term, T>> {
  return { autumn: of('autumn'), spring: of('spring'), summer: of('summer') };
}

/** 0 to 50; 99 for anything else, which the check refuses. */
function readSlots(typed: string): number {
  return /^[0-9]{1,2}$/.test(typed.trim()) ? Number(typed) : 99;
}

export function emptySupervisor(activeFrom: PlainDate): SupervisorDraft {
  return {
    name: '',
    kind: 'internal',
    employer: '',
    letter: '',
    letterExpires: '',
    slots: '2',
    termSlots: { autumn: '', spring: '', summer: '' },
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
    termSlots: eachTerm((term) => String(one.termSlots[term] ?? '')),
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
  const slots = readSlots(draft.slots);
  const termSlots = eachTerm((term) => {
    const typed = draft.termSlots[term];
    return typed.trim() === '' ? null : readSlots(typed);
  });
  const missing = [
    ...(draft.name.trim() === '' ? ['Type the name of the supervisor'] : []),
    ...(slots > 50 ? ['Type how many learners at one time, from 0 to 50'] : []),
    ...terms
      .filter((term) => (termSlots[term] ?? 0) > 50)
      .map((term) => `${termNames[term]}: type a number from 0 to 50, or nothing for the usual`),
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
    termSlots,
    activeFrom,
    activeTo: parsePlainDate(draft.activeTo),
  };
  const problems = [...missing, ...faultsOfSupervisor(supervisor)];
  return problems.length === 0 ? { ok: true, supervisor } : { ok: false, problems };
}

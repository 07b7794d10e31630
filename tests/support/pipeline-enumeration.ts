/**
 * An oracle for the projection: one person at a time, every branch of the study drawn when it is met and every state
 * followed month by month, straight from the conventions of the open model file. It shares no code with the engine,
 * which draws whole schedules of awards first.
 */
import type { ProjectionFile } from '../../shared/pipeline/projection-schema.ts';

/** Of the base model: other routes, rotations and the rest are checked by the simulation. */
type FilePerson = Exclude<ProjectionFile['people'][number], { kind: 'route' }>;
type Group = ProjectionFile['groups'][string];
type Attempt = Group['attempt'][number];

/** What is due next in the study: an award in a known month that is certain to come, or nothing. */
type Due = { month: number; stage: number; interruptionsLeft: number } | null;
type Role = 'none' | 'coi' | 'pi' | 'lapsed';
type State = { due: Due; held: number; since: number; role: Role };
type Weighted<T> = { p: number; value: T };

/** Chances by month, and `at` lists with one entry more. */
export type Enumerated = {
  coi: number[];
  pi: number[];
  investigator: number[];
  award: number[];
  piAt: number[];
  heldAt: [number[], number[], number[]];
  /** Chance of being PI at the window's start or at the end of some month of it, and not at its end. */
  lost: (from: number, to: number) => number;
};

function drawAttempt(
  file: ProjectionFile,
  group: Group,
  stage: number,
  attempt: Attempt,
  award: number,
  left: number,
): Weighted<Due>[] {
  const drawn: Weighted<Due>[] = [
    { p: attempt.complete, value: { month: award, stage, interruptionsLeft: left } },
    { p: attempt.withdraw, value: null },
  ];
  if (left === 0) return [...drawn, { p: attempt.interrupt, value: null }];
  drawn.push({ p: attempt.interrupt * (1 - group.return), value: null });
  const interval = file.pathway.stage_interval_months;
  const again = drawAttempt(file, group, stage, group.attempt[stage - 1]!, award + interval, left - 1);
  return [...drawn, ...again.map(({ p, value }) => ({ p: attempt.interrupt * group.return * p, value }))];
}

function some(p: number, drawn: Weighted<Due>[]): Weighted<Due>[] {
  return [{ p: 1 - p, value: null }, ...drawn.map((one) => ({ p: p * one.p, value: one.value }))];
}

function drawStudy(file: ProjectionFile, group: Group, person: FilePerson): Weighted<Due>[] {
  const { study_months: study, award_lag_months: lag, max_interruptions: most } = file.pathway;
  const whole = (stage: number): number => study[stage - 1]! + lag[stage - 1]!;
  const fresh = (stage: number): Attempt => group.attempt[stage - 1]!;
  switch (person.kind) {
    case 'planned': {
      const { stage } = person;
      const award = person.start_in + whole(stage);
      return some(person.uptake, drawAttempt(file, group, stage, fresh(stage), award, most));
    }
    case 'studying': {
      const { stage, elapsed, interruptions_used: used = 0 } = person;
      const { complete: c, interrupt: i, withdraw: w } = fresh(stage);
      const share = Math.min(1, elapsed / study[stage - 1]!);
      const going = 1 - (i + w) * share;
      const now = {
        complete: c / going,
        interrupt: (i * (1 - share)) / going,
        withdraw: (w * (1 - share)) / going,
      };
      return drawAttempt(file, group, stage, now, whole(stage) - elapsed, Math.max(0, most - used));
    }
    case 'interrupted': {
      const { stage, elapsed, return_in: back, interruptions_used: used = 1 } = person;
      const award = back + study[stage - 1]! - elapsed + lag[stage - 1]!;
      return some(
        group.return,
        drawAttempt(file, group, stage, fresh(stage), award, Math.max(0, most - used)),
      );
    }
    case 'graduated': {
      if (person.undecided !== true) return [{ p: 1, value: null }];
      const { held, next_start_in: start = 0, interruptions_used: used = 0 } = person;
      const stage = held + 1;
      const drawn = drawAttempt(
        file,
        group,
        stage,
        fresh(stage),
        start + whole(stage),
        Math.max(0, most - used),
      );
      return some(group.go_on[held - 1]!, drawn);
    }
    case 'pi':
      return [{ p: 1, value: null }];
  }
}

function startOf(file: ProjectionFile, person: FilePerson): { held: number; since: number } {
  if (person.kind === 'pi') return { held: person.held ?? 0, since: 0 };
  if (person.kind === 'graduated') return { held: person.held, since: -person.since_award };
  const held = person.stage - 1;
  if (held === 0) return { held, since: 0 };
  if (person.since_award !== undefined) return { held, since: -person.since_award };
  const { study_months: study, award_lag_months: lag, stage_interval_months: interval } = file.pathway;
  const started =
    person.kind === 'planned'
      ? person.start_in
      : person.kind === 'studying'
        ? -person.elapsed
        : person.return_in - interval - person.elapsed;
  return { held, since: Math.min(0, started - interval + study[held - 1]! + lag[held - 1]!) };
}

/** Step (1): an award due now takes effect, and the person goes on or not. */
function takeAward(file: ProjectionFile, group: Group, state: State, month: number): Weighted<State>[] {
  const { due } = state;
  if (due === null || due.month !== month) return [{ p: 1, value: state }];
  const held = { ...state, held: due.stage, since: month };
  if (due.stage === 3) return [{ p: 1, value: { ...held, due: null } }];
  const { study_months: study, award_lag_months: lag, stage_interval_months: interval } = file.pathway;
  const effectiveStart = month - study[due.stage - 1]! - lag[due.stage - 1]!;
  const award = effectiveStart + interval + study[due.stage]! + lag[due.stage]!;
  const next = due.stage + 1;
  const drawn = drawAttempt(file, group, next, group.attempt[next - 1]!, award, due.interruptionsLeft);
  return some(group.go_on[due.stage - 1]!, drawn).flatMap(({ p, value }) =>
    // An award of the next stage may be due at once when a stage takes no longer than the interval saves.
    takeAward(file, group, { ...held, due: value }, month).map((one) => ({ p: p * one.p, value: one.value })),
  );
}

function retireAt(person: FilePerson, month: number): number {
  const given = person.retire_monthly ?? 0;
  return typeof given === 'number' ? given : (given[month] ?? given.at(-1)!);
}

/** Step (2). What is missing to 1 has left. */
function exits(group: Group, person: FilePerson, state: State, month: number): Weighted<State>[] {
  const ends = person.role_ends_in;
  const role: Role = state.role === 'pi' && ends === month ? 'lapsed' : state.role;
  const staying = 1 - retireAt(person, month);
  if (role !== 'pi') return [{ p: (1 - group.leave_monthly) * staying, value: { ...state, role } }];
  const p = (1 - group.pi_leave_monthly) * staying;
  const loss = ends !== undefined && month < ends ? 0 : group.pi_role_loss_monthly;
  return [
    { p: p * loss, value: { ...state, role: 'lapsed' } },
    { p: p * (1 - loss), value: state },
  ];
}

/** Steps (3) and (4): role events, then the return of a lapsed PI. */
function roles(group: Group, state: State, month: number): Weighted<State>[] {
  const { role, held } = state;
  if (role === 'lapsed') {
    const back = group.pi_return_monthly;
    return [
      { p: back, value: { ...state, role: 'pi' } },
      { p: 1 - back, value: state },
    ];
  }
  if (held === 0 || role === 'pi') return [{ p: 1, value: state }];
  const months = month - state.since;
  const band = group.bands.filter((lower) => lower <= months).length - 1;
  if (role === 'coi') {
    const up = group.pi_from_coi[held - 1]![band]!;
    return [
      { p: up, value: { ...state, role: 'pi' } },
      { p: 1 - up, value: state },
    ];
  }
  const straight = group.pi_from_none[held - 1]![band]!;
  const coi = group.coi[held - 1]![band]!;
  return [
    { p: straight, value: { ...state, role: 'pi' } },
    { p: (1 - straight) * coi, value: { ...state, role: 'coi' } },
    { p: (1 - straight) * (1 - coi), value: state },
  ];
}

function keyOf({ due, held, since, role }: State): string {
  return `${due?.month}|${due?.stage}|${due?.interruptionsLeft}|${held}|${since}|${role}`;
}

/** Sums weights of equal states, so that the number of states stays small. */
class States {
  readonly byKey = new Map<string, Weighted<State>>();
  add(p: number, value: State): void {
    if (p === 0) return;
    const key = keyOf(value);
    const known = this.byKey.get(key);
    if (known === undefined) this.byKey.set(key, { p, value });
    else known.p += p;
  }
  all(): Weighted<State>[] {
    return [...this.byKey.values()];
  }
}

function sum(states: readonly Weighted<State>[], counts: (state: State) => boolean): number {
  return states.reduce((total, { p, value }) => total + (counts(value) ? p : 0), 0);
}

type Step = (month: number, before: State, after: State, p: number) => void;

/** One month for every state; `seen` is told each change of role. */
function stepMonth(
  file: ProjectionFile,
  group: Group,
  person: FilePerson,
  states: readonly Weighted<State>[],
  month: number,
  seen: Step,
): Weighted<State>[] {
  const next = new States();
  for (const start of states) {
    for (const awarded of takeAward(file, group, start.value, month)) {
      for (const stayed of exits(group, person, awarded.value, month)) {
        for (const ended of roles(group, stayed.value, month)) {
          const p = start.p * awarded.p * stayed.p * ended.p;
          seen(month, stayed.value, ended.value, p);
          next.add(p, ended.value);
        }
      }
    }
  }
  return next.all();
}

/** Every chance of the person at this index, exact. */
export function enumeratePerson(file: ProjectionFile, index: number): Enumerated {
  const person = file.people[index]!;
  if (person.kind === 'route') throw new RangeError('the enumeration follows the framework alone');
  const group = file.groups[person.group]!;
  const months = file.horizon_months;
  const zeros = (length: number): number[] => Array.from({ length }, () => 0);
  const found: Omit<Enumerated, 'lost'> = {
    coi: zeros(months),
    pi: zeros(months),
    investigator: zeros(months),
    award: zeros(months),
    piAt: [],
    heldAt: [[], [], []],
  };
  const role: Role = person.kind === 'pi' ? 'pi' : (person.role ?? 'none');
  const { held, since } = startOf(file, person);
  const first = new States();
  for (const { p, value } of drawStudy(file, group, person)) first.add(p, { due: value, held, since, role });
  const history = [first.all()];
  for (let month = 0; month < months; month += 1) {
    const now = history[month]!;
    for (const { p, value } of now) {
      if (value.held === 0 && value.due?.month === month) found.award[month]! += p;
    }
    const seen: Step = (at, before, after, p) => {
      if (before.role === 'none' && after.role === 'coi') found.coi[at]! += p;
      if (before.role !== 'lapsed' && before.role !== 'pi' && after.role === 'pi') found.pi[at]! += p;
      if (before.role === 'none' && after.role !== 'none') found.investigator[at]! += p;
    };
    history.push(stepMonth(file, group, person, now, month, seen));
  }
  for (const states of history) {
    found.piAt.push(sum(states, (state) => state.role === 'pi'));
    for (const level of [0, 1, 2] as const) {
      found.heldAt[level].push(sum(states, (state) => state.held > level));
    }
  }
  return { ...found, lost: (from, to) => lostOver(file, group, person, history[from]!, from, to) };
}

/** Follows those who are never PI over the window apart: lost = ever PI − PI at the end. */
function lostOver(
  file: ProjectionFile,
  group: Group,
  person: FilePerson,
  start: readonly Weighted<State>[],
  from: number,
  to: number,
): number {
  let everPi = sum(start, (state) => state.role === 'pi');
  let never = start.filter(({ value }) => value.role !== 'pi');
  let all = [...start];
  for (let month = from; month < to; month += 1) {
    const next = stepMonth(file, group, person, never, month, () => undefined);
    everPi += sum(next, (state) => state.role === 'pi');
    never = next.filter(({ value }) => value.role !== 'pi');
    all = stepMonth(file, group, person, all, month, () => undefined);
  }
  return everPi - sum(all, (state) => state.role === 'pi');
}

/** The law of a sum of independent people, by adding them one at a time. */
export function poissonBinomial(chances: readonly number[]): number[] {
  let pmf = [1];
  for (const p of chances) {
    const next = [...pmf.map((mass) => mass * (1 - p)), 0];
    pmf.forEach((mass, n) => {
      next[n + 1]! += mass * p;
    });
    pmf = next;
  }
  return pmf;
}

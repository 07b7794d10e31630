/**
 * An event-driven simulation of the projection, for cross-checks and as the baseline of the bench. Seeded: the same
 * seed gives the same counts. It jumps from event to event (award, change of band, role, exit) with geometric waits,
 * and shares no code with the engine.
 */
import type {
  AttemptChances,
  GroupRates,
  Pathway,
  Person,
  ProjectionInputs,
} from '../../shared/pipeline/projection-inputs.ts';

/** A small fast generator (sfc32): uniform numbers in (0, 1). */
export function uniforms(seed: number): () => number {
  let [a, b, c, d] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88 | 0, 1];
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return ((t >>> 0) + 0.5) / 4294967296;
  };
  for (let round = 0; round < 16; round += 1) next();
  return next;
}

/** Counts of one draw, at the ends of the windows they are asked for. */
export type Tally = {
  /** By window. */
  readonly coi: Int32Array;
  readonly pi: Int32Array;
  /** PIs in post at the end of each window. */
  readonly stock: Int32Array;
  /** In post with an award at the end of each window. */
  readonly qualified: Int32Array;
  /** PI at the start or at the end of some month of the window, not at its end. */
  readonly lost: Int32Array;
  /** In post when a rotation ended within the window. */
  readonly rotated: Int32Array;
  /** In post and in no role since the start, at the end of the window: with an award or a route done … */
  readonly waiting: Int32Array;
  /** … and without any, the study being over. */
  readonly withdrawn: Int32Array;
};

type RoleRow = { coi: readonly number[]; none: readonly number[]; fromCoi: readonly number[] };

/** Completion of the attempt at hand in one draw, shared by all who begin the same stage in the same month. */
type Cohort = { mean: number; people: number; a: number; b: number; drawn: number };

type Actor = {
  person: Person;
  rates: GroupRates;
  /** By stage, and of the person's route. */
  rows: readonly RoleRow[];
  routeRow: RoleRow | null;
  cohort: Cohort | null;
  /** Chance to complete the attempt at hand, given what is done of it. */
  own: number;
  /** Survival of everybody else and of PIs, from the start to the end of month t − 1; falling from 1. */
  survival: Float64Array;
  piSurvival: Float64Array;
};

const role = { none: 0, coi: 1, pi: 2, lapsed: 3 } as const;

function survivalOf(person: Person, rate: number, months: number): Float64Array {
  const given = person.retireMonthly ?? 0;
  const list = typeof given === 'number' ? [given] : given;
  const rotation = person.leavesIn;
  const leave = rotation === undefined ? rate : 0;
  const survival = new Float64Array(months + 1);
  survival[0] = 1;
  for (let month = 0; month < months; month += 1) {
    const retire = list[Math.min(month, list.length - 1)]!;
    const stays = rotation !== undefined && month >= rotation ? 0 : (1 - leave) * (1 - retire);
    survival[month + 1] = survival[month]! * stays;
  }
  return survival;
}

/** The attempt a person draws first: of what, since when, how it ends and how much of it is done. */
type Hand = { key: string; attempt: AttemptChances; elapsed: number; study: number };

function handOf({ person, rates }: Pick<Actor, 'person' | 'rates'>, pathway: Pathway): Hand | null {
  const at = (stage: number, begins: number, elapsed = 0): Hand => ({
    key: `${stage} ${begins}`,
    attempt: rates.attempt[stage - 1]!,
    elapsed,
    study: pathway.studyMonths[stage - 1]!,
  });
  switch (person.kind) {
    case 'pi':
      return null;
    case 'planned':
      return at(person.stage, person.startIn);
    case 'studying':
      return at(person.stage, -person.elapsed, person.elapsed);
    case 'interrupted':
      return at(person.stage, person.returnIn - person.elapsed);
    case 'graduated':
      return person.undecided === true ? at(person.held + 1, person.nextStartIn ?? 0) : null;
    case 'route': {
      const { startIn, elapsed, returnIn, route } = person;
      if (startIn === undefined && elapsed === undefined) return null;
      const begins = startIn ?? (returnIn ?? 0) - elapsed!;
      const { attempt } = rates.routes![route]!;
      const done = startIn === undefined && returnIn === undefined ? elapsed! : 0;
      return {
        key: `${route} ${begins}`,
        attempt,
        elapsed: done,
        study: pathway.routes![route]!.studyMonths,
      };
    }
  }
}

/** How the attempt at hand ends for someone who has not stopped after `elapsed` months of it. */
function remaining({ attempt, elapsed, study }: Hand): AttemptChances {
  const share = elapsed === 0 ? 1 : 1 - Math.min(1, elapsed / study);
  const going = attempt.complete + (attempt.interrupt + attempt.withdraw) * share;
  return {
    complete: attempt.complete / going,
    interrupt: (attempt.interrupt * share) / going,
    withdraw: (attempt.withdraw * share) / going,
  };
}

function shareCohorts(actors: Actor[], pathway: Pathway, spread: number): Cohort[] {
  const cohorts = new Map<string, Cohort>();
  if (spread === 0) return [];
  for (const actor of actors) {
    const hand = handOf(actor, pathway);
    if (hand === null || actor.own <= 0 || actor.own >= 1) continue;
    const known = cohorts.get(hand.key) ?? { mean: 0, people: 0, a: 0, b: 0, drawn: 0 };
    known.mean = (known.mean * known.people + actor.own) / (known.people + 1);
    known.people += 1;
    cohorts.set(hand.key, known);
    actor.cohort = known;
  }
  for (const cohort of cohorts.values()) {
    cohort.a = (cohort.mean * (1 - spread)) / spread;
    cohort.b = ((1 - cohort.mean) * (1 - spread)) / spread;
  }
  return [...cohorts.values()];
}

export function actorsOf(inputs: ProjectionInputs): Actor[] {
  return inputs.people.flatMap((person) => {
    const rates = inputs.groups[person.group]!;
    const route = person.kind === 'route' ? rates.routes![person.route]! : null;
    const hand = handOf({ person, rates }, inputs.pathway);
    const actor = {
      person,
      rates,
      rows: [0, 1, 2].map((index) => ({
        coi: rates.coi[index]!,
        none: rates.piFromNone[index]!,
        fromCoi: rates.piFromCoi[index]!,
      })),
      routeRow: route && { coi: route.coi, none: route.piFromNone, fromCoi: route.piFromCoi },
      cohort: null,
      own: hand === null ? 1 : remaining(hand).complete,
      survival: survivalOf(person, rates.leaveMonthly, inputs.horizonMonths),
      piSurvival: survivalOf(person, rates.piLeaveMonthly, inputs.horizonMonths),
    };
    return Array.from({ length: person.count }, () => ({ ...actor }));
  });
}

function normal(draw: () => number): number {
  return Math.sqrt(-2 * Math.log(draw())) * Math.cos(2 * Math.PI * draw());
}

/** Marsaglia and Tsang; below 1 by way of shape + 1. */
function gamma(shape: number, draw: () => number): number {
  if (shape < 1) return gamma(shape + 1, draw) * draw() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(draw);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(draw()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

function beta(a: number, b: number, draw: () => number): number {
  const x = gamma(a, draw);
  return x / (x + gamma(b, draw));
}

/** Someone's chance to complete when the cohort's is `drawn`: straight lines that keep the person's own mean. */
function completing({ cohort, own }: Actor): number {
  if (cohort === null) return own;
  const { drawn, mean } = cohort;
  return own <= mean ? (own * drawn) / mean : 1 - ((1 - own) * (1 - drawn)) / (1 - mean);
}

/** First month ≥ `from` whose exit test fails; the horizon when none does. */
function exitMonth(survival: Float64Array, from: number, uniform: number): number {
  const level = survival[from]! * uniform;
  let low = from;
  let high = survival.length - 1;
  if (survival[high]! > level) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (survival[middle + 1]! <= level) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Months that pass before an event of this monthly chance. */
function wait(chance: number, uniform: number): number {
  if (chance <= 0) return Infinity;
  if (chance >= 1) return 0;
  return Math.floor(Math.log(uniform) / Math.log1p(-chance));
}

/** What one draw of the study brings: awards by stage, the end of the route and the end of study without an award. */
type Drawn = { awards: Float64Array; routeEnd: number; stop: number };

/**
 * Month of the award, drawn attempt by attempt, or −1; `left` is lowered by the interruptions met. `first` is how the
 * attempt at hand ends, `fresh` any after it.
 */
function drawAward(
  fresh: AttemptChances,
  returns: number,
  interval: number,
  award: number,
  course: { left: number; last: number },
  draw: () => number,
  complete = fresh.complete,
  interrupt = fresh.interrupt,
): number {
  let [c, i] = [complete, interrupt];
  for (let month = award; ; month += interval) {
    course.last = month;
    const u = draw();
    if (u < c) return month;
    if (u >= c + i || course.left === 0) return -1;
    course.left -= 1;
    if (draw() >= returns) return -1;
    [c, i] = [fresh.complete, fresh.interrupt];
  }
}

/** Start of the stage drawn, or −1: at once with chance `now`, one interval later with `later` of the rest. */
function drawStart(now: number, later: number, start: number, interval: number, draw: () => number): number {
  if (draw() < now) return start;
  return later > 0 && draw() < later ? start + interval : -1;
}

/** Fills `drawn` and gives back the qualification held at the start. */
function drawStudy(actor: Actor, pathway: Pathway, drawn: Drawn, draw: () => number): number {
  const { person, rates } = actor;
  const { awards } = drawn;
  const interval = pathway.stageIntervalMonths;
  const returns = rates.returnAfterInterruption;
  awards.fill(Infinity);
  drawn.routeEnd = Infinity;
  drawn.stop = -1;
  if (person.kind === 'pi') return person.held ?? 0;
  const whole = (stage: number): number =>
    pathway.studyMonths[stage - 1]! + pathway.awardLagMonths[stage - 1]!;
  const away = person.kind === 'interrupted' || (person.kind === 'route' && person.returnIn !== undefined);
  const used = person.kind === 'planned' ? 0 : (person.interruptionsUsed ?? (away ? 1 : 0));
  const course = { left: Math.max(0, pathway.maxInterruptions - used), last: 0 };
  let stage = person.kind === 'route' ? (person.held ?? 0) + 1 : 1;
  let start = -1;
  let begun = true;
  let showsIn = 0;
  // Where the study stands: `start` is the effective start of the attempt, months back when it is under way.
  switch (person.kind) {
    case 'planned':
      stage = person.stage;
      begun = draw() < person.uptake;
      start = showsIn = person.startIn;
      break;
    case 'studying':
      stage = person.stage;
      start = -person.elapsed;
      break;
    case 'interrupted':
      stage = person.stage;
      begun = draw() < returns;
      start = person.returnIn - person.elapsed;
      showsIn = person.returnIn;
      break;
    case 'graduated': {
      stage = person.held + 1;
      const later = rates.deferGoOn?.[person.held - 1] ?? 0;
      start =
        person.undecided === true
          ? drawStart(rates.goOn[person.held - 1]!, later, person.nextStartIn ?? 0, interval, draw)
          : -1;
      begun = start !== -1;
      break;
    }
    case 'route': {
      const { startIn, elapsed, returnIn, uptake = 1, sinceEnd, nextStartIn } = person;
      const { attempt, enterPgcert = 0 } = rates.routes![person.route]!;
      if (sinceEnd !== undefined) {
        begun = nextStartIn !== undefined && (person.held ?? 0) === 0 && draw() < enterPgcert;
        start = nextStartIn ?? -1;
        if (!begun) return person.held ?? 0;
        break;
      }
      if (startIn !== undefined) begun = draw() < uptake;
      if (returnIn !== undefined) begun = draw() < returns;
      showsIn = startIn ?? returnIn ?? 0;
      drawn.stop = showsIn;
      if (!begun) return person.held ?? 0;
      const clock = pathway.routes![person.route]!;
      const months = clock.studyMonths + clock.awardLagMonths;
      const from = startIn ?? (returnIn ?? 0) - elapsed!;
      const c = completing(actor);
      const i = ((1 - c) * attempt.interrupt) / (attempt.interrupt + attempt.withdraw || 1);
      const end = drawAward(attempt, returns, interval, from + months, course, draw, c, i);
      drawn.stop = course.last;
      if (end < 0) return person.held ?? 0;
      drawn.routeEnd = end;
      if ((person.held ?? 0) > 0 || draw() >= enterPgcert) return person.held ?? 0;
      start = end - months;
      while (start < end) start += interval;
      break;
    }
  }
  const held = stage - 1;
  drawn.stop = showsIn;
  let first = person.kind !== 'route';
  for (; begun; first = false) {
    const fresh = rates.attempt[stage - 1]!;
    // A start put off by an interval is with another cohort.
    const atHand = first && !(person.kind === 'graduated' && start !== (person.nextStartIn ?? 0));
    const c = atHand ? completing(actor) : fresh.complete;
    const i = ((1 - c) * fresh.interrupt) / (fresh.interrupt + fresh.withdraw || 1);
    const award = drawAward(fresh, returns, interval, start + whole(stage), course, draw, c, i);
    drawn.stop = course.last;
    if (award < 0) break;
    awards[stage - 1] = award;
    if (stage === 3) break;
    const later = rates.deferGoOn?.[stage - 1] ?? 0;
    const next = award - whole(stage) + interval;
    start = drawStart(rates.goOn[stage - 1]!, later, next, interval, draw);
    if (start === -1) break;
    stage += 1;
  }
  return held;
}

function heldSince(person: Person, pathway: Pathway): number {
  if (person.kind === 'pi') return 0;
  if (person.kind === 'route') return -(person.sinceAward ?? 0);
  if (person.sinceAward !== undefined) return -person.sinceAward;
  if (person.kind === 'graduated' || person.stage === 1) return 0;
  const interval = pathway.stageIntervalMonths;
  const start =
    person.kind === 'planned'
      ? person.startIn
      : person.kind === 'studying'
        ? -person.elapsed
        : person.returnIn - (person.awayMonths ?? interval) - person.elapsed;
  const before = person.stage - 2;
  return Math.min(0, start - interval + pathway.studyMonths[before]! + pathway.awardLagMonths[before]!);
}

/** Simulates `draws` trusts; `each` is handed the same tally again and again, once a draw. */
export function simulate(
  inputs: ProjectionInputs,
  windows: readonly (readonly [number, number])[],
  draws: number,
  seed: number,
  each: (tally: Tally) => void,
): void {
  const draw = uniforms(seed);
  const actors = actorsOf(inputs);
  const horizon = inputs.horizonMonths;
  const ends = windows.map(([, to]) => to);
  const starts = windows.map(([from]) => from);
  const size = windows.length;
  const tally: Tally = {
    coi: new Int32Array(size),
    pi: new Int32Array(size),
    stock: new Int32Array(size),
    qualified: new Int32Array(size),
    lost: new Int32Array(size),
    rotated: new Int32Array(size),
    waiting: new Int32Array(size),
    withdrawn: new Int32Array(size),
  };
  const cohorts = shareCohorts(actors, inputs.pathway, inputs.cohortSpread ?? 0);
  const awards = new Float64Array(3);
  const drawn: Drawn = { awards, routeEnd: Infinity, stop: -1 };
  /** Half-open stretches [gained, ended) of months at whose end the person is PI; the start counts as month −1. */
  const stretches = new Float64Array(2 * horizon + 4);
  const countMonth = (list: Int32Array, month: number): void => {
    for (let index = 0; index < size; index += 1) {
      if (month >= starts[index]! && month < ends[index]!) list[index]! += 1;
    }
  };
  for (let round = 0; round < draws; round += 1) {
    for (const list of Object.values(tally)) list.fill(0);
    for (const cohort of cohorts) cohort.drawn = beta(cohort.a, cohort.b, draw);
    for (const actor of actors) {
      const { person, rates } = actor;
      let held = drawStudy(actor, inputs.pathway, drawn, draw);
      const heldAtStart = held;
      let since = heldSince(person, inputs.pathway);
      let row = held === 0 ? null : actor.rows[held - 1]!;
      const done = person.kind === 'route' ? person.sinceEnd : undefined;
      if (done !== undefined && (held === 0 || -done >= since)) {
        row = actor.routeRow;
        since = -done;
      }
      const rowAtStart = row !== null;
      let routeEnd = drawn.routeEnd;
      let firstRole = Infinity;
      const piFrom = person.piFrom ?? 0;
      const startRole = person.kind === 'pi' ? 'pi' : (person.role ?? 'none');
      let now: number = role[startRole];
      let month = 0;
      let filled = 0;
      let gone = horizon;
      let exit = exitMonth(actor.survival, 0, draw());
      if (now === role.pi) {
        stretches[0] = -1;
        filled = 1;
        const known = person.roleEndsIn;
        exit = exitMonth(actor.piSurvival, 0, draw());
        const end = known ?? wait(rates.piRoleLossMonthly, draw());
        if (known !== undefined && known <= exit) {
          // A known end comes before the exit test of its month.
          stretches[filled++] = known;
          now = role.lapsed;
          month = known;
          exit = known >= horizon ? horizon : exitMonth(actor.survival, known, draw());
        } else if (known === undefined && end < exit) {
          stretches[filled++] = end;
          now = role.lapsed;
          month = end;
          exit = end + 1 >= horizon ? horizon : exitMonth(actor.survival, end + 1, draw());
        } else {
          gone = exit;
          stretches[filled++] = exit;
          month = horizon;
        }
      }
      while (month < horizon) {
        if (now === role.lapsed) {
          const back = month + wait(rates.piReturnMonthly, draw());
          if (back >= exit || back >= horizon) {
            gone = exit;
            break;
          }
          stretches[filled++] = back;
          now = role.pi;
          month = back + 1;
        } else if (now === role.pi) {
          exit = month >= horizon ? horizon : exitMonth(actor.piSurvival, month, draw());
          const loss = month + wait(rates.piRoleLossMonthly, draw());
          if (loss >= exit) {
            gone = exit;
            stretches[filled++] = exit;
            break;
          }
          stretches[filled++] = loss;
          now = role.lapsed;
          month = loss;
          exit = loss + 1 >= horizon ? horizon : exitMonth(actor.survival, loss + 1, draw());
        } else {
          if (month >= exit) {
            gone = exit;
            break;
          }
          while (routeEnd <= month || (held < 3 && awards[held]! <= month)) {
            // Of one month the award comes after the end of the route.
            if (routeEnd <= (held < 3 ? awards[held]! : Infinity)) {
              row = actor.routeRow;
              since = routeEnd;
              routeEnd = Infinity;
            } else {
              row = actor.rows[held]!;
              since = awards[held]!;
              held += 1;
            }
          }
          let until = Math.min(exit, routeEnd, held < 3 ? awards[held]! : horizon);
          if (row === null) {
            month = until;
            if (month >= exit) gone = exit;
            continue;
          }
          const months = month - since;
          let band = 0;
          while (band + 1 < rates.bands.length && rates.bands[band + 1]! <= months) band += 1;
          if (band + 1 < rates.bands.length) until = Math.min(until, since + rates.bands[band + 1]!);
          if (month < piFrom) until = Math.min(until, piFrom);
          const up = (now === role.coi ? row.fromCoi : row.none)[band]!;
          const straight = month < piFrom ? 0 : up;
          const coi = now === role.coi ? 0 : row.coi[band]!;
          const either = straight + (1 - straight) * coi;
          const event = month + wait(either, draw());
          if (event >= until) {
            month = until;
            if (month >= exit) gone = exit;
            continue;
          }
          if (event < firstRole) firstRole = event;
          if (draw() * either < straight) {
            countMonth(tally.pi, event);
            stretches[filled++] = event;
            now = role.pi;
          } else {
            countMonth(tally.coi, event);
            now = role.coi;
          }
          month = event + 1;
        }
      }
      if (filled % 2 === 1) stretches[filled++] = Math.min(gone, horizon);
      const firstAward = heldAtStart > 0 ? -1 : awards[0]!;
      const qualifiedFrom = rowAtStart ? -1 : Math.min(awards[heldAtStart] ?? Infinity, drawn.routeEnd);
      const unnamed = startRole === 'none';
      if (gone === person.leavesIn && gone < horizon) countMonth(tally.rotated, gone);
      for (let index = 0; index < size; index += 1) {
        // At the end of month `ends − 1`: in post when the exit month is later, PI when a stretch covers it.
        const last = ends[index]! - 1;
        if (gone > last && firstAward <= last) tally.qualified[index]! += 1;
        if (unnamed && gone > last && firstRole > last) {
          if (qualifiedFrom <= last) tally.waiting[index]! += 1;
          else if (drawn.stop <= last && !(qualifiedFrom <= drawn.stop)) tally.withdrawn[index]! += 1;
        }
        let isPi = false;
        let wasPi = false;
        for (let s = 0; s < filled; s += 2) {
          const [from, to] = [stretches[s]!, stretches[s + 1]!];
          if (from <= last && to > last) isPi = true;
          if (from <= last && to > starts[index]! - 1 && to > from) wasPi = true;
        }
        if (isPi) tally.stock[index]! += 1;
        else if (wasPi) tally.lost[index]! += 1;
      }
    }
    each(tally);
  }
}

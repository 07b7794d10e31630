/**
 * An event-driven simulation of the projection, for cross-checks and as the baseline of the bench. Seeded: the same
 * seed gives the same counts. It jumps from event to event (award, change of band, role, exit) with geometric waits,
 * and shares no code with the engine.
 */
import type {
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
};

type Actor = {
  person: Person;
  rates: GroupRates;
  /** Survival of everybody else and of PIs, from the start to the end of month t − 1; falling from 1. */
  survival: Float64Array;
  piSurvival: Float64Array;
};

const role = { none: 0, coi: 1, pi: 2, lapsed: 3 } as const;

function survivalOf(person: Person, leave: number, months: number): Float64Array {
  const given = person.retireMonthly ?? 0;
  const list = typeof given === 'number' ? [given] : given;
  const survival = new Float64Array(months + 1);
  survival[0] = 1;
  for (let month = 0; month < months; month += 1) {
    const retire = list[Math.min(month, list.length - 1)]!;
    survival[month + 1] = survival[month]! * (1 - leave) * (1 - retire);
  }
  return survival;
}

export function actorsOf(inputs: ProjectionInputs): Actor[] {
  return inputs.people.flatMap((person) => {
    const rates = inputs.groups[person.group]!;
    const actor = {
      person,
      rates,
      survival: survivalOf(person, rates.leaveMonthly, inputs.horizonMonths),
      piSurvival: survivalOf(person, rates.piLeaveMonthly, inputs.horizonMonths),
    };
    return Array.from({ length: person.count }, () => actor);
  });
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

/** Month of the stage's award, drawn attempt by attempt, or −1; `left` is lowered by the interruptions met. */
function drawAward(
  rates: GroupRates,
  pathway: Pathway,
  stage: number,
  award: number,
  course: { left: number },
  draw: () => number,
  elapsed = 0,
): number {
  const { complete, interrupt, withdraw } = rates.attempt[stage - 1]!;
  const share = 1 - Math.min(1, elapsed / pathway.studyMonths[stage - 1]!);
  let going = complete + (interrupt + withdraw) * share;
  let interrupted = interrupt * share;
  for (let month = award; ; month += pathway.stageIntervalMonths) {
    const u = draw() * going;
    if (u < complete) return month;
    if (u >= complete + interrupted || course.left === 0) return -1;
    course.left -= 1;
    if (draw() >= rates.returnAfterInterruption) return -1;
    going = complete + interrupt + withdraw;
    interrupted = interrupt;
  }
}

/** Fills `awards` (month by stage, Infinity where none comes) and gives back the qualification held at the start. */
function drawStudy(
  { person, rates }: Actor,
  pathway: Pathway,
  awards: Float64Array,
  draw: () => number,
): number {
  awards.fill(Infinity);
  if (person.kind === 'pi') return person.held ?? 0;
  const whole = (stage: number): number =>
    pathway.studyMonths[stage - 1]! + pathway.awardLagMonths[stage - 1]!;
  const used =
    person.kind === 'planned' ? 0 : (person.interruptionsUsed ?? (person.kind === 'interrupted' ? 1 : 0));
  const course = { left: pathway.maxInterruptions - used };
  let stage: number;
  let award: number;
  switch (person.kind) {
    case 'planned':
      stage = person.stage;
      award = draw() < person.uptake ? person.startIn + whole(stage) : -1;
      break;
    case 'studying':
      stage = person.stage;
      award = whole(stage) - person.elapsed;
      break;
    case 'interrupted':
      stage = person.stage;
      award = draw() < rates.returnAfterInterruption ? person.returnIn + whole(stage) - person.elapsed : -1;
      break;
    case 'graduated':
      stage = person.held + 1;
      award =
        person.undecided === true && draw() < rates.goOn[person.held - 1]!
          ? (person.nextStartIn ?? 0) + whole(stage)
          : -1;
      break;
  }
  const held = stage - 1;
  for (let first = true; award >= 0; first = false) {
    const elapsed = first && person.kind === 'studying' ? person.elapsed : 0;
    award = drawAward(rates, pathway, stage, award, course, draw, elapsed);
    if (award < 0) break;
    awards[stage - 1] = award;
    if (stage === 3 || draw() >= rates.goOn[stage - 1]!) break;
    award += pathway.stageIntervalMonths - whole(stage);
    stage += 1;
    award += whole(stage);
  }
  return held;
}

function heldSince(person: Person, pathway: Pathway): number {
  if (person.kind === 'pi') return 0;
  if (person.sinceAward !== undefined) return -person.sinceAward;
  if (person.kind === 'graduated' || person.stage === 1) return 0;
  const interval = pathway.stageIntervalMonths;
  const start =
    person.kind === 'planned'
      ? person.startIn
      : person.kind === 'studying'
        ? -person.elapsed
        : person.returnIn - interval - person.elapsed;
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
  };
  const awards = new Float64Array(3);
  /** Half-open stretches [gained, ended) of months at whose end the person is PI; the start counts as month −1. */
  const stretches = new Float64Array(2 * horizon + 4);
  const countMonth = (list: Int32Array, month: number): void => {
    for (let index = 0; index < size; index += 1) {
      if (month >= starts[index]! && month < ends[index]!) list[index]! += 1;
    }
  };
  for (let round = 0; round < draws; round += 1) {
    for (const list of Object.values(tally)) list.fill(0);
    for (const actor of actors) {
      const { person, rates } = actor;
      let held = drawStudy(actor, inputs.pathway, awards, draw);
      const heldAtStart = held;
      let since = heldSince(person, inputs.pathway);
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
          while (held < 3 && awards[held]! <= month) {
            since = awards[held]!;
            held += 1;
          }
          let until = Math.min(exit, held < 3 ? awards[held]! : horizon);
          if (held === 0) {
            month = until;
            if (month >= exit) gone = exit;
            continue;
          }
          const months = month - since;
          let band = 0;
          while (band + 1 < rates.bands.length && rates.bands[band + 1]! <= months) band += 1;
          if (band + 1 < rates.bands.length) until = Math.min(until, since + rates.bands[band + 1]!);
          const straight = (now === role.coi ? rates.piFromCoi : rates.piFromNone)[held - 1]![band]!;
          const coi = now === role.coi ? 0 : rates.coi[held - 1]![band]!;
          const either = straight + (1 - straight) * coi;
          const event = month + wait(either, draw());
          if (event >= until) {
            month = until;
            if (month >= exit) gone = exit;
            continue;
          }
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
      for (let index = 0; index < size; index += 1) {
        // At the end of month `ends − 1`: in post when the exit month is later, PI when a stretch covers it.
        const last = ends[index]! - 1;
        if (gone > last && firstAward <= last) tally.qualified[index]! += 1;
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

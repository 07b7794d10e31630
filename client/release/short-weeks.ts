import type { Judgement, ThreeStates, WardWeek } from '../../shared/backfill/ward-answer.ts';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { fineHours } from '../format/hours.ts';
import { formatNumber } from '../format/numbers.ts';
import { chance, chanceInWords } from '../format/shares.ts';

/** Weeks that stand alike: the same margin and chance as printed. */
export type StandingGroup = {
  readonly dates: readonly PlainDate[];
  /** "4.3 hours". */
  readonly by: string;
  /** "0.4 of a shift", "1.3 shifts". */
  readonly shifts: string;
  /** "61%". */
  readonly chance: string;
  /** "more likely than not". */
  readonly chanceWords: string;
  /** Registered hours there are, with cover: "1,190.7". */
  readonly available: string | null;
};

type Judged = {
  readonly date: PlainDate;
  readonly judgement: Judgement;
  readonly available: number | null;
};

/** Hours and shifts of a margin, without its sign. Below a tenth of an hour it says so: a short week never reads as 0. */
export function marginInHours(margin: number): string {
  const hours = fineHours(Math.abs(margin));
  if (hours === '0') return margin === 0 ? '0 hours' : 'less than 0.1 hours';
  return `${hours} ${hours === '1' ? 'hour' : 'hours'}`;
}

export function marginInShifts(margin: number, shiftMinutes: number): string {
  const shifts = Math.abs(margin) / (shiftMinutes * 10_000);
  if (shifts < 0.05) return 'less than 0.1 of a shift';
  const text = formatNumber(shifts, 1);
  if (shifts < 1 && text !== '1') return `${text} of a shift`;
  return text === '1' ? '1 shift' : `${text} shifts`;
}

function grouped(
  judged: readonly Judged[],
  state: keyof ThreeStates<number>,
  shiftMinutes: number,
): StandingGroup[] {
  const groups = new Map<string, StandingGroup>();
  for (const { date, judgement, available } of judged) {
    const margin = judgement.margin[state];
    const group = {
      by: marginInHours(margin),
      shifts: marginInShifts(margin, shiftMinutes),
      chance: chance(judgement.chanceShort[state]),
      chanceWords: chanceInWords(judgement.chanceShort[state]),
      available: available === null ? null : fineHours(available),
    };
    const key = JSON.stringify([group.by, group.chance]);
    const before = groups.get(key);
    groups.set(
      key,
      before === undefined ? { dates: [date], ...group } : { ...before, dates: [...before.dates, date] },
    );
  }
  return [...groups.values()];
}

/** The groups of weeks that matter, each in date order. */
export type StandingGroups = {
  readonly afterCover: readonly StandingGroup[];
  readonly withoutRelease: readonly StandingGroup[];
  readonly close: readonly StandingGroup[];
};

/** Weeks still short after cover, short with nobody released and close, by their margin and chance. */
export function standingGroups(weeks: readonly WardWeek[], shiftMinutes: number): StandingGroups {
  const judged = weeks.flatMap(({ monday, judgement, available }) =>
    judgement === null ? [] : [{ date: monday, judgement, available: available?.afterCover ?? null }],
  );
  const where = (test: (judgement: Judgement) => boolean): Judged[] =>
    judged.filter(({ judgement }) => test(judgement));
  return {
    afterCover: grouped(
      where(({ standing }) => standing === 'short-after-cover'),
      'afterCover',
      shiftMinutes,
    ),
    withoutRelease: grouped(
      where(({ standing }) => standing === 'short-without-release'),
      'withoutRelease',
      shiftMinutes,
    ),
    close: grouped(
      where(({ close }) => close),
      'afterCover',
      shiftMinutes,
    ),
  };
}

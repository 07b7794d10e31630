import { refuse, value, type CellAnswer, type Reader } from './columns.ts';
import { quoted } from './issues.ts';

/** An exact decimal: `units` counts steps of 10^-places. */
type Decimal = { readonly units: bigint; readonly places: number };

const plain = /^-?[0-9]{1,15}(?:\.[0-9]{1,15})?$/;

function parseDecimal(text: string): Decimal | null {
  if (!plain.test(text)) return null;
  const [whole = '', fraction = ''] = text.split('.');
  return { units: BigInt(`${whole}${fraction}`), places: fraction.length };
}

/** What to do about a cell that is not a plain number. */
function notANumber(text: string): CellAnswer<never> {
  if (/^-?[0-9]+,[0-9]+$/.test(text)) {
    const message = `${quoted(text)} has a comma in it. Write decimals with a point (0.80) and no commas.`;
    return refuse('BAD_NUMBER', message, 'decimal comma');
  }
  return refuse(
    'BAD_NUMBER',
    `${quoted(text)} is not a plain number. Write digits with at most one point, such as 0.80.`,
  );
}

/** The count of 10^-scale steps nearest to a decimal (half up). */
function scaled({ units, places }: Decimal, scale: number): number {
  if (places <= scale) return Number(units * 10n ** BigInt(scale - places));
  const step = 10n ** BigInt(places - scale);
  return Number((2n * units + step) / (2n * step));
}

/** How a number is read: the answer is a whole count of 10^-scale steps, times `times` (60 for minutes of hours). */
type NumberRules = {
  readonly scale: number;
  readonly times?: number;
  readonly mostPlaces?: number;
  /** Largest value allowed, in the units of the cell. */
  readonly most: number;
  /** What to say of a value outside the range. */
  readonly outside: string;
  /** Sign that may stand at the start or end of the cell and says nothing (£, %). */
  readonly sign?: RegExp;
};

/** A reader of plain decimals from 0 to `most`; everything else is refused, never guessed. */
export function readNumber(rules: NumberRules): Reader<number> {
  return (text) => {
    const bare = (rules.sign === undefined ? text : text.trim().replace(rules.sign, '')).trim();
    const decimal = parseDecimal(bare);
    if (decimal === null) return notANumber(bare);
    if (rules.mostPlaces !== undefined && decimal.places > rules.mostPlaces) {
      return refuse(
        'BAD_NUMBER',
        `${quoted(bare)} has more than ${rules.mostPlaces} decimal places. Round it.`,
      );
    }
    const timed = { ...decimal, units: decimal.units * BigInt(rules.times ?? 1) };
    const most = BigInt(Math.round(rules.most * 1000)) * 10n ** BigInt(decimal.places);
    if (bare.startsWith('-') || decimal.units * 1000n > most) return refuse('OUT_OF_RANGE', rules.outside);
    return value(scaled(timed, rules.scale));
  };
}

/** FTE in 1/100,000. */
export const readFte: Reader<number> = (text, context) => {
  const answer = readNumber({ scale: 5, mostPlaces: 5, most: 1.5, outside: '' })(text, context);
  if (answer.ok || answer.note.code !== 'OUT_OF_RANGE') return answer;
  const outside = text.trim().startsWith('-')
    ? 'FTE is below 0. Give a number from 0 to 1.50.'
    : 'FTE is over 1.50; did you put hours here? Give a number from 0 to 1.50 (full time is 1).';
  return refuse('OUT_OF_RANGE', outside);
};

/** Contracted hours a week in hundredths. */
export const readContractedHours = readNumber({
  scale: 2,
  most: 60,
  outside: 'Hours a week are outside 0 to 60. Give the contracted hours of one week, such as 37.5.',
});

/** Hours as whole minutes. */
export function readHours(most: number): Reader<number> {
  return readNumber({
    scale: 0,
    times: 60,
    most,
    outside: `Hours are outside 0 to ${most}. Check the cell.`,
  });
}

/** A share as basis points: `21.5` and `21.5%` are 2150. */
export function readPercent(most: number): Reader<number> {
  return readNumber({
    scale: 2,
    most,
    outside: `A share is outside 0 to ${most}%. Check the cell.`,
    sign: /%$/,
  });
}

/** Pounds as pence. */
export const readPounds = readNumber({
  scale: 2,
  mostPlaces: 2,
  most: 1_000_000,
  outside: 'An amount is outside £0 to £1,000,000. Check the cell.',
  sign: /^£/,
});

const ledgerPounds = readNumber({
  scale: 2,
  mostPlaces: 2,
  most: 20_000_000,
  outside: 'An amount is outside £0 to £20,000,000 either way. Check the cell.',
  sign: /^£/,
});

/** Pounds as pence, either way: a credit has a minus before it or stands in brackets, as ledgers print them. */
export const readSignedPounds: Reader<number> = (text, context) => {
  const [, bracketed] = /^\((.+)\)$/.exec(text.trim()) ?? [];
  const [, minused] = /^[-−](.+)$/.exec(text.trim()) ?? [];
  const answer = ledgerPounds(bracketed ?? minused ?? text, context);
  const isCredit = bracketed !== undefined || minused !== undefined;
  return answer.ok && isCredit ? { ...answer, value: 0 - answer.value } : answer;
};

/** A whole number from 0. */
export function readCount(most: number): Reader<number> {
  return readNumber({
    scale: 0,
    mostPlaces: 0,
    most,
    outside: `A count is outside 0 to ${most}. Check the cell.`,
  });
}

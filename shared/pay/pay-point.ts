import { ModelError } from '../core/errors.ts';
import { bands, stepsOfBand, type Band } from './bands.ts';

/** The place on a pay table that a person, or a cover band, is costed at. */
export type PayPoint = {
  /** Code of the salary in the pay tables, such as `AFC_B5_TOP`. */
  readonly code: string;
  readonly scale: 'afc' | 'medical';
  /** What a reader calls it: 'Band 5', 'Consultant'. */
  readonly grade: string;
  /** Counted from 1 for the lowest paid step, of `steps`. */
  readonly step: number;
  readonly steps: number;
  /** The step was missing or beyond the last, so the top step stands in; listed under data quality. */
  readonly assumedTopStep: boolean;
};

type Grade = Pick<PayPoint, 'scale' | 'grade'> & { readonly codes: readonly string[] };

function gradeOfBand(band: Band): Grade {
  const codes = stepsOfBand(band).map((step) => `AFC_B${band.toUpperCase()}_${step}`);
  return { scale: 'afc', grade: `Band ${band}`, codes };
}

function medical(grade: string, ...codes: string[]): Grade {
  return { scale: 'medical', grade, codes };
}

/** XR02 is Band 2, and so on in the order of the bands; XR01 is the closed Band 1, paid as Band 2. */
const afcGrades = bands.map((band, index): [string, Grade] => [
  `XR${String(index + 2).padStart(2, '0')}`,
  gradeOfBand(band),
]);

/** The medical pay scales that have a table here. Their ESR codes are recalled and may differ from trust to trust. */
const medicalGrades: readonly [string, Grade][] = [
  [
    'YC72',
    medical(
      'Consultant',
      'CONSULTANT_2003_T1_0_2Y',
      'CONSULTANT_2003_T2A_3Y',
      'CONSULTANT_2003_T2B_4_7Y',
      'CONSULTANT_2003_T3_8_13Y',
      'CONSULTANT_2003_T4_14Y_PLUS',
    ),
  ],
  [
    'MC75',
    medical(
      'Specialty doctor',
      'SPECIALTY_DOCTOR_2021_MIN',
      'SPECIALTY_DOCTOR_2021_STEP2',
      'SPECIALTY_DOCTOR_2021_STEP3',
      'SPECIALTY_DOCTOR_2021_STEP4',
      'SPECIALTY_DOCTOR_2021_MAX',
    ),
  ],
  ['MC70', medical('Specialist', 'SPECIALIST_2021_MIN', 'SPECIALIST_2021_STEP2', 'SPECIALIST_2021_MAX')],
  ['MN37', medical('Foundation doctor year 1', 'RESIDENT_FY1')],
  ['MN35', medical('Foundation doctor year 2', 'RESIDENT_FY2')],
  [
    'MN39',
    medical('Specialty registrar', 'RESIDENT_CT1_2', 'RESIDENT_ST3', 'RESIDENT_ST4_5', 'RESIDENT_ST6_8'),
  ],
];

const grades: ReadonlyMap<string, Grade> = new Map([
  ['XR01', gradeOfBand('2')],
  ...afcGrades,
  ...medicalGrades,
]);

/** 'NHS|XR06|Review Body Band 6', 'NHS|XR06' and ' xr06 ' all name XR06. */
function gradeOf(payScale: string): Grade | null {
  const parts = payScale.trim().toUpperCase().split('|');
  const code = parts[0]?.trim() === 'NHS' ? parts[1] : parts[0];
  return grades.get(code?.trim() ?? '') ?? null;
}

function pointAt({ scale, grade, codes }: Grade, step: number | null): PayPoint {
  const known = step !== null && step >= 1 && step <= codes.length ? step : null;
  const at = known ?? codes.length;
  const code = codes[at - 1];
  if (code === undefined) throw new RangeError(`${grade} has no steps`);
  return { code, scale, grade, step: at, steps: codes.length, assumedTopStep: known === null };
}

/**
 * The pay point of an ESR pay scale and grade step. The step counts paid steps from 1 (Band 5: entry, intermediate,
 * top); one that is missing, unreadable or beyond the last is costed at the top step and flagged.
 *
 * @throws ModelError 'pay-point-not-known' naming the code when no table here holds it.
 */
export function payPointOf(payScale: string, gradeStep: string | null): PayPoint {
  const grade = gradeOf(payScale);
  if (grade === null) {
    const code = payScale.trim().slice(0, 40);
    throw new ModelError('pay-point-not-known', `no pay table for pay scale "${code}"`, '/payScale');
  }
  const step = gradeStep?.trim() ?? '';
  return pointAt(grade, /^\d{1,3}$/.test(step) ? Number(step) : null);
}

/** The top step of a band, at which planned cover is costed. */
export function topOfBand(band: Band): PayPoint {
  const grade = gradeOfBand(band);
  return pointAt(grade, grade.codes.length);
}

/** The next step of the same grade; `null` at the top. */
export function stepAfter(point: PayPoint): PayPoint | null {
  const grade = [...grades.values()].find(({ codes }) => codes.includes(point.code));
  return grade === undefined || point.step >= point.steps ? null : pointAt(grade, point.step + 1);
}

const steps: Readonly<Record<string, string>> = {
  FLAT: 'the one step',
  ENTRY: 'entry',
  INT: 'intermediate',
  TOP: 'top',
  MIN: 'lowest step',
  MAX: 'top',
  STEP2: 'second step',
  STEP3: 'third step',
  STEP4: 'fourth step',
};

const thresholds: Readonly<Record<string, string>> = {
  T1_0_2Y: 'up to 2 years',
  T2A_3Y: 'year 3',
  T2B_4_7Y: 'years 4 to 7',
  T3_8_13Y: 'years 8 to 13',
  T4_14Y_PLUS: '14 years and over',
};

const residents: Readonly<Record<string, string>> = {
  FY1: 'Foundation doctor year 1, basic pay a year',
  FY2: 'Foundation doctor year 2, basic pay a year',
  CT1_2: 'Core or specialty trainee years 1 and 2, basic pay a year',
  ST3: 'Specialty registrar year 3, basic pay a year',
  ST4_5: 'Specialty registrar years 4 and 5, basic pay a year',
  ST6_8: 'Specialty registrar years 6 to 8, basic pay a year',
  NIGHT_ENHANCEMENT: 'Resident doctors, on top of basic for a night hour',
};

function afcName(band: string, rest: string): string | null {
  const wait = rest.endsWith('_YEARS_TO_NEXT');
  const step = steps[wait ? rest.slice(0, -'_YEARS_TO_NEXT'.length) : rest];
  if (step === undefined) return null;
  return wait ? `Band ${band}, years at ${step} before the next step` : `Band ${band}, ${step}, a year`;
}

function doctorName(code: string): string | null {
  const consultant = code.startsWith('CONSULTANT_')
    ? thresholds[code.replace('CONSULTANT_2003_', '')]
    : undefined;
  if (consultant !== undefined) return `Consultant, ${consultant}, a year`;
  const sas = /^(SPECIALTY_DOCTOR|SPECIALIST)_2021_(\w+)$/.exec(code);
  const step = steps[sas?.[2] ?? ''];
  if (step !== undefined)
    return `${sas?.[1] === 'SPECIALIST' ? 'Specialist' : 'Specialty doctor'}, ${step}, a year`;
  return code.startsWith('RESIDENT_') ? (residents[code.slice('RESIDENT_'.length)] ?? null) : null;
}

function londonName(area: string, bound: string): string {
  const place = `${area.charAt(0)}${area.slice(1).toLowerCase()} London`.replace('Fringe London', 'Fringe');
  const what = { _MIN: 'least a year', _MAX: 'most a year' }[bound] ?? 'share of basic pay';
  return `High cost area supplement, ${place}, ${what}`;
}

function unsocialName(bands: string, when: string): string {
  const whose = bands.startsWith('4') ? 'Bands 4 to 9' : `Band ${bands}`;
  const day = when.startsWith('SAT') ? 'Saturday or weekday night' : 'Sunday or bank holiday';
  return `Unsocial hours, ${whose}, ${day}, on top of basic`;
}

/** The name of a pay point or of a rate worked out from pay; `null` for another code. */
export function payName(code: string): string | null {
  const afc = /^AFC_B(\w+?)_(FLAT|ENTRY\w*|INT\w*|TOP)$/.exec(code);
  if (afc !== null) return afcName((afc[1] ?? '').toLowerCase(), afc[2] ?? '');
  const london = /^HCAS_(INNER|OUTER|FRINGE)(_MIN|_MAX)?$/.exec(code);
  if (london !== null) return londonName(london[1] ?? '', london[2] ?? '');
  const unsocial = /^UNSOCIAL_B(\w+?)_(SAT\w+|SUN\w+)$/.exec(code);
  if (unsocial !== null) return unsocialName(unsocial[1] ?? '', unsocial[2] ?? '');
  return doctorName(code);
}

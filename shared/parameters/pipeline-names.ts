const qualifications: Readonly<Record<string, string>> = {
  PGCERT: 'PGCert',
  PGDIP: 'PGDip',
  MASTERS: 'Master’s',
};

const ofStage: Readonly<Record<string, string>> = {
  WITHDRAW: 'Withdraws or fails',
  INTERRUPT: 'Interrupts, of those who do not withdraw',
  GO_ON: 'Goes on to the next stage',
  COI_RATE: 'First Co-I role, a month',
  PI_FROM_NONE_RATE: 'PI straight away, a month',
  PI_FROM_COI_RATE: 'Co-I to PI, a month',
  STUDY_MONTHS: 'Length of study',
  AWARD_LAG_MONTHS: 'From the end of study to the award',
};

const groups: Readonly<Record<string, string>> = {
  ADD_PROF_SCIENTIFIC: 'Add Prof Scientific and Technic',
  ADDITIONAL_CLINICAL: 'Additional Clinical Services',
  ADMINISTRATIVE: 'Administrative and Clerical',
  ALLIED_HEALTH: 'Allied Health Professionals',
  ESTATES: 'Estates and Ancillary',
  HEALTHCARE_SCIENTISTS: 'Healthcare Scientists',
  MEDICAL_AND_DENTAL: 'Medical and Dental',
  NURSING_AND_MIDWIFERY: 'Nursing and Midwifery Registered',
  STUDENTS: 'Students',
};

const others: Readonly<Record<string, string>> = {
  COHORT_SPREAD: 'People of one intake do well or badly together (correlation)',
  NATIONAL_SPREAD: 'National effect on all role rates: spread',
  HISTORY_FADE: 'Our own history, what a year earlier counts of a year later',
  BAND_0_5: 'Role rates in months 0 to 5 after the award',
  BAND_6_11: 'Role rates in months 6 to 11 after the award',
  BAND_12_23: 'Role rates in months 12 to 23 after the award',
  BAND_24_ON: 'Role rates from month 24 after the award',
  RETURN: 'Comes back after an interruption',
  MAX_INTERRUPTIONS: 'Interruptions allowed on the whole pathway',
  STAGE_INTERVAL_MONTHS: 'From one stage to the next; length of an interruption',
  PROFESSION_RATIO: 'The profession, against the others',
  PI_LEAVE_RATIO: 'Leaving of PIs, of the rate of their group',
  PI_RETURN: 'A past PI takes up a role again, a year',
  PI_ROLE_LOSS: 'A PI gives up the role and stays, a year',
  ROUTE_INTERRUPT: 'Interrupts another route, of those who do not withdraw',
  RETIRE_AGE_55_59: 'Retires, aged 55 to 59, a year',
  RETIRE_AGE_60_64: 'Retires, aged 60 to 64, a year',
  RETIRE_AGE_65_ON: 'Retires, aged 65 and over, a year',
};

const routeNames: Readonly<Record<string, string>> = {
  INTERNSHIP: 'internship',
  PREDOCTORAL: 'predoctoral award',
  DOCTORAL: 'doctoral award',
  POSTDOCTORAL: 'postdoctoral award',
  ASSOCIATE_PI: 'Associate PI scheme',
  APPOINTED: 'direct appointment',
};

const ofRoute: Readonly<Record<string, string>> = {
  MONTHS: 'Length',
  WITHDRAW: 'Does not reach the end',
  ENTER_PGCERT: 'Starts the PGCert after it',
  COI_RATE: 'First Co-I role, a month',
  PI_FROM_NONE_RATE: 'PI straight away, a month',
  PI_FROM_COI_RATE: 'Co-I to PI, a month',
};

function routeName(rest: string): string | null {
  const found = /^ROUTE_(\w+?)_(INTERNSHIP|PREDOCTORAL|DOCTORAL|POSTDOCTORAL|ASSOCIATE_PI|APPOINTED)$/.exec(
    rest,
  );
  const what = ofRoute[found?.[1] ?? ''];
  const route = routeNames[found?.[2] ?? ''];
  return what === undefined || route === undefined ? null : `${what}, ${route}`;
}

function stageName(rest: string): string | null {
  const found = /^(\w+)_(PGCERT|PGDIP|MASTERS)$/.exec(rest);
  const what = ofStage[found?.[1] ?? ''];
  const stage = qualifications[found?.[2] ?? ''];
  return what === undefined || stage === undefined ? null : `${what}, ${stage}`;
}

function rateName(rest: string): string | null {
  const own = others[rest] ?? stageName(rest) ?? routeName(rest);
  if (own !== null) return own;
  const group = groups[rest.replace(/^LEAVE_/, '')];
  return group === undefined ? null : `Leaves the trust, ${group}, a year`;
}

const priorsOfRoutes: Readonly<Record<string, string>> = {
  ROUTE_WITHDRAW: 'Does not reach the end of another route',
  ROUTE_ENTER_PGCERT: 'Starts the PGCert after another route',
  ROUTE_ROLE: 'A first role after another route, in first roles seen',
};

/** What a belief is worth beside the trust's own history, in people or person-months. */
function priorName(rest: string): string | null {
  const of = rest.slice('PRIOR_'.length);
  const ofRoutes = priorsOfRoutes[of];
  if (ofRoutes !== undefined) return `${ofRoutes}: weight of the prior`;
  if (of === 'PROFESSION_RATIO_SIGMA') return 'The profession, against the others: spread of the prior';
  const rate = of === 'LEAVE' ? 'Leaves the trust' : rateName(of);
  return rate === null ? null : `${rate}: weight of the prior`;
}

/** The name of a rate of the projection; `null` for another code. */
export function pipelineName(code: string): string | null {
  if (!code.startsWith('PIPELINE_')) return null;
  const rest = code.slice('PIPELINE_'.length);
  return rest.startsWith('PRIOR_') ? priorName(rest) : rateName(rest);
}

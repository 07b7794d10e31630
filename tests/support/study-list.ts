import { csvOut } from '../../shared/imports/csv-out.ts';
import type { Mapping } from '../../shared/imports/profile.ts';
import { randomFor } from '../../server/sample/random.ts';

/** Headings of a list that is not ours: other names, another order, columns that we have no use for. */
const headings = [
  'Protocol Short Name',
  'R&D No',
  'Portfolio ID',
  'Sponsor Type',
  'Main Specialty',
  'Current State',
  'Type of Research',
  'First Open Here',
  'Ended Here',
  'Lead Contact',
];

const states = ['Recruiting', 'Paused', 'Awaiting approval', 'Finished'] as const;
const kinds = ['Drug trial', 'Device trial', 'Other intervention', 'Data or survey'] as const;
const specialties = ['Cancer', 'Surgery', 'Stroke', 'Children', 'Diabetes'] as const;

function day(year: number, number: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two((number % 28) + 1)}/${two((number % 12) + 1)}/${year}`;
}

/** A list of studies in that layout, made from a seed; every row can be stored. */
export function studyList(rows: number, seed = 'studies'): string {
  const random = randomFor(seed, 'study list');
  return csvOut(
    headings,
    Array.from({ length: rows }, (_, index) => {
      const state = random.pick(states);
      const kind = random.pick(kinds);
      return [
        `Trial of care ${index}`,
        `RD-${100_000 + index}`,
        String(40_000 + index),
        random.pick(['Industry', 'Academic']),
        random.pick(specialties),
        state,
        kind,
        state === 'Awaiting approval' ? '' : day(2023, index),
        state === 'Finished' ? day(2025, index) : '',
        'Somebody',
      ];
    }),
  );
}

/** The layout as a person would save it: headings by their names, and what their texts mean. */
export const studyListMapping: Mapping = {
  kind: 'studies',
  name: 'List of another system',
  headings: {
    reference: 'R&D No',
    title: 'Protocol Short Name',
    status: 'Current State',
    studyType: 'Type of Research',
    specialty: 'Main Specialty',
    commercial: 'Sponsor Type',
    openedOn: 'First Open Here',
    closedOn: 'Ended Here',
    cpmsId: 'Portfolio ID',
  },
  values: {
    status: {
      [states[0]]: 'Open',
      [states[1]]: 'Suspended',
      [states[2]]: 'In set-up',
      [states[3]]: 'Closed',
    },
    studyType: {
      [kinds[0]]: 'Clinical trial of a medicine',
      [kinds[1]]: 'Study of a device',
      [kinds[2]]: 'Other interventional study',
      [kinds[3]]: 'Observational study',
    },
    commercial: { Industry: 'yes', Academic: 'no' },
  },
};

import { describe, expect, it } from 'vitest';
import { generateTrust } from '../../server/sample/generate-trust.ts';
import { sampleDataCut, sampleTrusts, trustPlans } from '../../server/sample/trust-plans.ts';
import { delegationCoverageOn } from '../../shared/research/coverage.ts';
import { firstNamedBy, namedOn, piRoleEnds } from '../../shared/research/named.ts';
import { registerFaults } from '../../shared/research/register.ts';
import { isListedSpecialty } from '../../shared/research/specialties.ts';

function generated(name: (typeof sampleTrusts)[number]) {
  const trust = generateTrust(trustPlans[name]);
  const studies = trust.research.studies.map((study) => ({ ...study, id: study.reference }));
  const entries = trust.research.entries.map((entry) => ({
    ...entry,
    studyId: entry.studyReference,
    personId: entry.employeeNumber,
  }));
  return { ...trust, studies, entries, named: namedOn(studies, entries, sampleDataCut) };
}

const trusts = { large: generated('large'), small: generated('small') };

function count<T>(items: Iterable<T>, wanted: (item: T) => boolean): number {
  return [...items].filter(wanted).length;
}

function cois({ entries }: { readonly entries: (typeof trusts)['large']['entries'] }): number {
  return new Set(entries.flatMap((entry) => (entry.role === 'coi' ? [entry.personId] : []))).size;
}

describe('research of the large trust', () => {
  const { named, studies, entries } = trusts.large;

  it('names 40 investigators on 55 studies: 22 Principal Investigators and 30 Co-Investigators, some both', () => {
    expect(studies).toHaveLength(55);
    expect(named.size).toBe(40);
    expect(count(named.values(), (role) => role === 'pi')).toBe(22);
    expect(cois(trusts.large)).toBe(30);
  });

  it('is counted by specialties that are on the network’s list', () => {
    const named = studies.flatMap(({ specialty }) => (specialty === null ? [] : [specialty]));
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((specialty) => !isListedSpecialty(specialty, sampleDataCut))).toEqual([]);
  });

  it('holds the delegation log of most open studies and not of all', () => {
    expect(delegationCoverageOn(studies, sampleDataCut)).toEqual({ held: 33, open: 38 });
  });

  it('has closed studies, studies in set-up with nobody to lead them, and some that close within the year', () => {
    expect(count(studies, ({ status }) => status === 'closed')).toBe(10);
    expect(count(studies, (study) => study.status === 'in-set-up' && !study.delegationLogHeld)).toBe(3);
    const soon = studies.filter(
      ({ status, plannedClose }) => status === 'open' && plannedClose !== null && plannedClose < '2027-11-20',
    );
    expect(soon.length).toBeGreaterThanOrEqual(8);
  });

  it('has people whose role as Principal Investigator ends within the year, and two for whom nobody knows', () => {
    const ends = [...piRoleEnds(studies, entries, sampleDataCut).values()];
    expect(ends).toHaveLength(22);
    expect(count(ends, (end) => end.kind === 'not-known')).toBe(2);
    expect(count(ends, (end) => end.kind === 'ends' && end.on < '2027-11-20')).toBeGreaterThanOrEqual(3);
  });
});

describe('research of the small trust', () => {
  it('names 3 Principal Investigators and 4 Co-Investigators', () => {
    expect(count(trusts.small.named.values(), (role) => role === 'pi')).toBe(3);
    expect(cois(trusts.small)).toBe(4);
    expect(delegationCoverageOn(trusts.small.studies, sampleDataCut)).toEqual({ held: 5, open: 6 });
  });
});

describe.each(sampleTrusts)('research of the %s trust', (name) => {
  const { learners, staff, entries, research, named } = trusts[name];

  it('has no record that cannot be true', () => {
    expect(registerFaults(research)).toEqual([]);
  });

  it('repeats no title and no reference', () => {
    expect(new Set(research.studies.map(({ title }) => title)).size).toBe(research.studies.length);
    expect(new Set(research.studies.map(({ reference }) => reference)).size).toBe(research.studies.length);
  });

  it('names on its logs whoever the learner sheet says is named, since the same day', () => {
    const first = firstNamedBy(entries, sampleDataCut);
    for (const { employeeNumber, roleHeld, roleSince } of learners) {
      expect(named.get(employeeNumber) ?? null).toBe(roleHeld);
      if (roleHeld !== null) expect(first.get(employeeNumber)![roleHeld]).toBe(roleSince);
    }
  });

  it('names nobody before the post started or who has left', () => {
    const posts = new Map(staff.map((row) => [row.employeeNumber, row]));
    for (const { employeeNumber, startedOn, endedOn } of entries) {
      const post = posts.get(employeeNumber)!;
      expect(post.startDate <= startedOn).toBe(true);
      expect(startedOn <= sampleDataCut).toBe(true);
      if (endedOn === null) expect(post.leavingDate).toBeNull();
    }
  });

  it('lets nobody but doctors lead trials of medicines', () => {
    const doctors = new Set(
      staff.flatMap((row) => (row.staffGroup === 'Medical and Dental' ? [row.employeeNumber] : [])),
    );
    const trials = new Set(
      research.studies.flatMap((study) => (study.studyType === 'ctimp' ? [study.reference] : [])),
    );
    const leads = entries.filter((entry) => entry.role === 'pi' && trials.has(entry.studyReference));
    expect(leads.filter((entry) => !doctors.has(entry.employeeNumber))).toEqual([]);
  });
});

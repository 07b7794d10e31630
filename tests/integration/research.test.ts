import { beforeAll, describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import type { ResearchRegister } from '../../shared/research/register.ts';
import { newId } from '../../server/db/new-id.ts';
import { withTrust } from '../../server/db/with-trust.ts';
import { readDelegationEntries, readStudies } from '../../server/research/read.ts';
import { recordRegister } from '../../server/research/record-register.ts';
import { useDatabase } from '../support/database.ts';
import { openTestTrusts, type TestTrust } from '../support/trusts.ts';

const db = useDatabase();
let a: TestTrust;
let b: TestTrust;

beforeAll(async () => {
  ({ a, b } = await openTestTrusts(db.database));
});

async function addPerson(trust: TestTrust, employeeNumber: string): Promise<string> {
  const id = newId();
  await db.asApp(
    { trustId: trust.id },
    'insert into person (trust_id, id, employee_number, last_name, first_name) values ($1, $2, $3, $4, $5)',
    [trust.id, id, employeeNumber, 'Example', 'Alex'],
  );
  return id;
}

function register(reference: string, employeeNumber: string): ResearchRegister {
  return {
    studies: [
      {
        reference,
        title: 'Cohort study of frailty',
        specialty: 'Ageing',
        studyType: 'observational',
        status: 'open',
        plannedClose: asPlainDate('2028-03-31'),
        closedOn: null,
        delegationLogHeld: true,
      },
    ],
    entries: [
      {
        studyReference: reference,
        employeeNumber,
        role: 'pi',
        startedOn: asPlainDate('2025-01-06'),
        endedOn: null,
        source: 'Delegation log',
      },
    ],
  };
}

const count = (trust: TestTrust, table: string): Promise<number> =>
  db
    .asApp<{ n: string }>({ trustId: trust.id }, `select count(*) as n from ${table}`)
    .then(([row]) => Number(row!.n));

describe('a research register', () => {
  it('is read back as it was recorded, with one audit entry and no names in it', async () => {
    const personId = await addPerson(a, '30100001');
    const before = await count(a, 'audit_entry');
    const given = register('S-1', '30100001');
    expect(await recordRegister(a.as('research'), given)).toEqual({
      ok: true,
      value: { studies: 1, entries: 1 },
    });
    const { studies, entries } = await withTrust(a.as('research'), async (tx) => ({
      studies: await readStudies(tx, a.id),
      entries: await readDelegationEntries(tx, a.id),
    }));
    expect(studies).toMatchObject(given.studies);
    expect(entries).toMatchObject([
      { studyId: studies[0]!.id, personId, role: 'pi', startedOn: '2025-01-06', endedOn: null },
    ]);
    expect(await count(a, 'audit_entry')).toBe(before + 1);
    const [audit] = await db.asApp<{ after: unknown; action: string }>(
      { trustId: a.id },
      'select action, after from audit_entry order by seq desc limit 1',
    );
    expect(audit).toEqual({ action: 'research.record', after: { studies: 1, entries: 1 } });
  });

  it.each([
    ['not-found', 'somebody who is not in the staff', register('S-2', '30199999')],
    ['already-applied', 'a study that is recorded already', register('S-1', '30100001')],
    [
      'bad-input',
      'an entry of no study',
      { studies: register('S-3', '30100001').studies, entries: register('S-4', '30100001').entries },
    ],
  ])('is refused whole with %s for %s', async (code, _what, given) => {
    const before = [await count(a, 'study'), await count(a, 'audit_entry')];
    const result = await recordRegister(a.as('research'), given);
    expect(result.ok ? null : result.error.code).toBe(code);
    expect([await count(a, 'study'), await count(a, 'audit_entry')]).toEqual(before);
  });

  it('of one trust names nobody of another, even by the same employee number', async () => {
    const result = await recordRegister(b.as('research'), register('S-1', '30100001'));
    expect(result.ok ? null : result.error.code).toBe('not-found');
    const personId = await addPerson(b, '30100001');
    expect((await recordRegister(b.as('research'), register('S-1', '30100001'))).ok).toBe(true);
    const entries = await withTrust(b.as('read-only'), (tx) => readDelegationEntries(tx, b.id));
    expect(entries.map((entry) => entry.personId)).toEqual([personId]);
  });
});

import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import type { Result } from '../../shared/core/result.ts';
import { promisedWeeks } from '../../shared/scenario/promised-weeks.ts';
import { learnerFees } from '../../shared/scenario/learner-fees.ts';
import { removeRow } from '../../server/catalogue/remove-row.ts';
import { saveRow } from '../../server/catalogue/save-row.ts';
import { undoRow } from '../../server/catalogue/undo-row.ts';
import { newId } from '../../server/db/new-id.ts';
import { withTrust } from '../../server/db/with-trust.ts';
import { readLearners } from '../../server/learners/read.ts';
import { readParameterSet } from '../../server/parameters/read.ts';
import { exampleAward, exampleFee, exampleHeld, exampleModule, exampleTerms } from '../support/catalogue.ts';
import { interested } from '../support/register.ts';
import { useServer } from '../support/server.ts';

const server = useServer();
const as = () => server.trusts.a.as('workforce');

function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

const codeOf = (result: Result<unknown>): string | null => (result.ok ? null : result.error.code);

/** A learner of Exeter from September 2026 who has a place, with nothing agreed but 195 hours in all. */
async function learnerWithPlace(): Promise<{ learnerId: string; personId: string }> {
  const at = await interested(server.trusts.a, server);
  await server.asApp(
    { trustId: server.trusts.a.id },
    `update learner set status = 'enrolled', started_on = '2026-09-21', stated_release_minutes = 11700 where id = $1`,
    [at.learnerId],
  );
  return at;
}

/** Promised weeks and fee of a learner, as every page works them out. */
async function workedOut(learnerId: string) {
  const trustId = server.trusts.a.id;
  return withTrust(as(), async (tx) => {
    const learner = (await readLearners(tx, trustId)).find(({ id }) => id === learnerId)!;
    const set = await readParameterSet(tx, trustId);
    return { weeks: promisedWeeks(learner, set) ?? [], fee: learnerFees(learner, set) };
  });
}

describe('the catalogue of a trust', () => {
  it('feeds its own weeks, block weeks and fee into release and fees, until they are taken back', async () => {
    const { learnerId } = await learnerWithPlace();
    const before = await workedOut(learnerId);
    expect(before.weeks[0]!.monday).toBe('2026-09-28');
    expect(before.weeks).toHaveLength(39);
    expect(before.fee).toEqual({ kind: 'not-known' });

    const terms = got(await saveRow(as(), { kind: 'programme-terms', known: null, fields: exampleTerms }));
    const fee = got(await saveRow(as(), { kind: 'programme-fee', known: null, fields: exampleFee }));
    const after = await workedOut(learnerId);
    expect(after.weeks[0]!.monday).toBe('2026-09-21');
    expect(after.weeks).toHaveLength(28);
    expect(after.weeks.map(({ monday }) => monday)).not.toContain('2026-12-21');
    const minutesIn = (monday: string) => after.weeks.find((week) => week.monday === monday)?.minutes;
    expect([minutesIn('2026-09-28'), minutesIn('2027-01-11')]).toEqual([1_350, 1_350]);
    // 11,700 less two blocks of 1,350, over the 26 other weeks: 346 in each and one more in four.
    expect(after.weeks.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(11_700);
    expect(new Set(after.weeks.map(({ minutes }) => minutes))).toEqual(new Set([346, 347, 1_350]));
    expect(after.fee).toMatchObject({ kind: 'known', line: { feePence: 412_500 } });

    got(await undoRow(as(), { changeId: terms.changeId }));
    got(await undoRow(as(), { changeId: fee.changeId }));
    expect(await workedOut(learnerId)).toEqual(before);
  });

  it('keeps a row with a version, refuses what cannot be true or stands already, and undoes a removal', async () => {
    const row = (fields: typeof exampleModule, known: { id: string; version: number } | null = null) =>
      saveRow(as(), { kind: 'programme-module', known, fields });
    const { id } = got(await row(exampleModule));
    expect(codeOf(await row(exampleModule))).toBe('already-applied');
    expect(codeOf(await row({ ...exampleModule, name: 'Other', lastWeek: 0 }))).toBe('bad-input');
    const changed = got(await row({ ...exampleModule, handInWeeks: [8] }, { id, version: 1 }));
    expect(codeOf(await row(exampleModule, { id, version: 1 }))).toBe('changed-elsewhere');
    const removed = got(await removeRow(as(), { kind: 'programme-module', known: { id, version: 2 } }));
    expect(codeOf(await undoRow(as(), { changeId: changed.changeId }))).toBe('changed-elsewhere');
    got(await undoRow(as(), { changeId: removed.changeId }));
    expect(codeOf(await undoRow(as(), { changeId: removed.changeId }))).toBe('already-applied');
    const finance = await server.signIn('finance');
    const shown = await finance.trpc.catalogue.show.query();
    expect(shown.modules).toEqual([{ ...exampleModule, handInWeeks: [8], id, version: 4 }]);
  });

  it('keeps a route in the trust’s own words, once each, until it goes back to what is published', async () => {
    const save = (fields: typeof exampleAward, known: { id: string; version: number } | null = null) =>
      saveRow(as(), { kind: 'route-award', known, fields });
    const { id, version } = got(await save(exampleAward));
    expect(codeOf(await save({ ...exampleAward, name: 'Doctorate' }))).toBe('already-applied');
    expect(codeOf(await save({ ...exampleAward, award: 'nothing' }))).toBe('bad-input');
    const own = got(await save({ ...exampleAward, award: null, name: 'Our doctorate', historicNames: [] }));
    const taken = { ...exampleAward, award: null, historicNames: [] };
    expect(codeOf(await save(taken, { id: own.id, version: 1 }))).toBe('already-applied');
    const changed = got(await save({ ...exampleAward, length: 'Four years' }, { id, version }));
    const removed = got(await removeRow(as(), { kind: 'route-award', known: { id, version: 2 } }));
    const { trpc } = await server.signIn('read-only');
    expect((await trpc.catalogue.show.query()).awards.map(({ name }) => name)).toEqual(['Our doctorate']);
    got(await undoRow(as(), { changeId: removed.changeId }));
    expect((await trpc.catalogue.show.query()).awards).toContainEqual({
      ...{ ...exampleAward, length: 'Four years' },
      ...{ id, version: 4 },
    });
    expect(codeOf(await undoRow(as(), { changeId: changed.changeId }))).toBe('changed-elsewhere');
  });

  it('counts each person once who holds or studies for a credential, and names them to those who may see it', async () => {
    const { personId, learnerId } = await learnerWithPlace();
    const fields = exampleHeld(personId);
    got(await saveRow(as(), { kind: 'person-credential', known: null, fields }));
    got(
      await saveRow(as(), {
        kind: 'person-credential',
        known: null,
        fields: { ...fields, state: 'studies', awardedOn: null },
      }),
    );
    const research = await server.signIn('research');
    const { holders } = await research.trpc.catalogue.show.query();
    expect(holders).toContainEqual({ credential: 'centre:acute-medicine', holds: 1, studies: 0, expired: 0 });
    expect(holders.find(({ credential }) => credential === 'framework:pgcert')).toMatchObject({
      holds: 0,
      studies: 2,
    });
    expect(await research.trpc.catalogue.holders.query({ credential: 'centre:acute-medicine' })).toEqual([
      { personId, state: 'holds', name: 'Alex Example', learnerId },
    ]);
    const finance = await server.signIn('finance');
    await expect(
      finance.trpc.catalogue.holders.query({ credential: 'centre:acute-medicine' }),
    ).rejects.toThrow();
  });

  it('shows what one person holds with its expiry, and contacts, to whoever sees the person', async () => {
    const { personId } = await learnerWithPlace();
    const expired = { ...exampleHeld(personId), expiresOn: asPlainDate('2026-11-01') };
    got(await saveRow(as(), { kind: 'person-credential', known: null, fields: expired }));
    const contact = {
      ...{ name: 'Our network', university: null, region: 'South London', specialty: null },
      ...{ email: 'network@example.org', phone: null, note: null },
    };
    got(await saveRow(as(), { kind: 'network-contact', known: null, fields: contact }));
    expect(
      codeOf(
        await saveRow(as(), { kind: 'network-contact', known: null, fields: { ...contact, region: null } }),
      ),
    ).toBe('bad-input');
    const learner = { ...server.trusts.a.as('learner'), scope: { kind: 'person' as const, personId } };
    const { showPerson } = await import('../../server/catalogue/show-person.ts');
    const shown = got(await showPerson(learner, { personId }));
    expect(shown).toMatchObject({
      name: 'Alex Example',
      universities: ['exeter'],
      held: [expired],
      contacts: [contact],
    });
    expect(shown.byRegisters).toMatchObject([
      {
        register: 'learners',
        credential: 'framework:pgcert',
        state: 'studies',
        issuer: 'University of Exeter',
      },
    ]);
    const other = await learnerWithPlace();
    expect(codeOf(await showPerson(learner, { personId: other.personId }))).toBe('not-found');
    const studyId = newId();
    const { id: trustId } = server.trusts.a;
    await server.asApp(
      { trustId },
      `insert into study (trust_id, id, reference, title, specialty, status, closed_on, delegation_log_held)
       values ('${trustId}', '${studyId}', 'R-1', 'Speech after stroke', 'Stroke', 'closed', '2026-06-30', true)`,
    );
    await server.asApp(
      { trustId },
      `insert into delegation_entry (trust_id, id, study_id, person_id, role, started_on, source)
       values ('${trustId}', '${newId()}', '${studyId}', '${personId}', 'coi', '2025-01-06', 'Log')`,
    );
    const after = got(await showPerson(learner, { personId }));
    expect(after.specialties).toEqual(['Stroke']);
    expect(after.byRegisters[1]).toMatchObject({
      name: 'Co-Investigator (sub-investigator), Speech after stroke (R-1)',
      ...{
        kind: 'role',
        state: 'ended',
        startedOn: '2025-01-06',
        expiresOn: '2026-06-30',
        issuer: 'Trust A',
      },
    });
    const passed = `update learner set status = 'qualified', qualified_on = '2026-07-31' where person_id = $1`;
    await server.asApp({ trustId }, passed, [personId]);
    const qualified = got(await showPerson(learner, { personId })).byRegisters[0];
    expect(qualified).toMatchObject({ state: 'holds', awardedOn: '2026-07-31' });
    const finance = await server.signIn('finance');
    expect(await finance.trpc.catalogue.person.query({ personId })).toMatchObject({
      registrationNumber: null,
    });
    const { holders } = await finance.trpc.catalogue.show.query();
    expect(holders).toContainEqual({ credential: 'centre:acute-medicine', holds: 1, studies: 0, expired: 1 });
  });
});

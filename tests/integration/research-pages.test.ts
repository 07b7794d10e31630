import { describe, expect, it } from 'vitest';
import { useServer } from '../support/server.ts';
import { recordRegister } from '../../server/research/record-register.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { everyStudy } from '../../shared/research/study-question.ts';
import { addResearcher } from '../support/research.ts';

const server = useServer();

const open = {
  title: 'Cohort study of frailty',
  specialty: 'Ageing',
  studyType: 'observational',
  status: 'open',
  plannedClose: asPlainDate('2027-03-31'),
  closedOn: null,
  delegationLogHeld: true,
} as const;

describe('research activity over the wire', () => {
  it('is empty, and not an error, in a trust without studies', async () => {
    const summary = await (await server.signIn('read-only')).trpc.research.summary.query();
    expect(summary).toMatchObject({ studies: 0, losses: [], coverage: { held: 0, open: 0 } });
    expect(summary.headcount.all.total).toBe(0);
    const { trpc } = await server.signIn('read-only');
    expect(await trpc.research.people.query()).toMatchObject({ coverage: null });
    const { participants, openings, quality } = await trpc.research.activity.query();
    expect([participants.months, openings, quality.filter(({ count }) => count > 0)]).toEqual([[], [], []]);
  });

  it('counts people by role, lists studies with who leads them, and warns of the one that loses its PI', async () => {
    const { a } = server.trusts;
    const ann = await addResearcher(server, a, { number: '30200001', staffGroup: 'Medical and Dental' });
    await addResearcher(server, a, { number: '30200002', staffGroup: 'Nursing and Midwifery Registered' });
    const on = (employeeNumber: string, role: 'pi' | 'coi') => ({
      studyReference: 'S-1',
      employeeNumber,
      role,
      startedOn: asPlainDate('2025-01-06'),
      endedOn: null,
      source: 'Delegation log',
    });
    const recorded = await recordRegister(a.as('research'), {
      studies: [
        { ...open, reference: 'S-1', commercial: true, openedOn: asPlainDate('2024-12-01') },
        { ...open, reference: 'S-2', delegationLogHeld: false },
      ],
      entries: [on('30200001', 'pi'), on('30200002', 'coi')],
    });
    expect(recorded.ok).toBe(true);
    const { trpc } = await server.signIn('finance');
    const summary = await trpc.research.summary.query();
    expect(summary.coverage).toEqual({ held: 1, open: 2 });
    expect(summary.headcount).toMatchObject({ all: { total: 2, byRole: { pi: 1, coi: 1 } }, notInPost: 0 });
    const [first, second] = (await trpc.research.studies.query({ ...everyStudy, page: 0 })).studies;
    expect(first).toMatchObject({ commercial: true, openedOn: '2024-12-01', leads: ['Alex 30200001'] });
    expect(second).toMatchObject({ commercial: null, leads: [] });
    const loss = { studyId: first!.id, on: '2027-03-31', reason: 'study-closes' };
    expect(summary.losses).toEqual([{ ...loss, reference: 'S-1', title: 'Cohort study of frailty' }]);
    const shown = await trpc.research.study.query({ studyId: first!.id });
    expect(shown.entries).toMatchObject([
      { personId: ann, name: 'Alex 30200001', role: 'pi', held: true, staffGroup: 'Medical and Dental' },
      { role: 'coi', held: true },
    ]);
    expect(shown.loss).toEqual(loss);
  });

  it('of one trust is not found from another', async () => {
    const { trpc } = await server.signIn('research');
    const [study] = (await trpc.research.studies.query({ ...everyStudy, page: 0 })).studies;
    await trpc.trust.switch.mutate({ trustId: server.trusts.b.id });
    expect((await trpc.research.summary.query()).studies).toBe(0);
    await expect(trpc.research.study.query({ studyId: study!.id })).rejects.toMatchObject({
      data: { code: 'not-found' },
    });
  });
});

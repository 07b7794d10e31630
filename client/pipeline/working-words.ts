import type { WorkingOf } from './search.ts';

/** What a figure counts and how it comes about, in the words of the page. */
export const workingWords: Readonly<Record<WorkingOf, { readonly title: string; readonly text: string }>> = {
  qualified: {
    title: 'Qualified people in post',
    text: 'People in post who hold the award of a stage. Each learner completes, interrupts or withdraws from the stage at hand, goes on or not, and leaves the trust or not; the chance of each person to be qualified and in post on the day is worked out exactly, and the people are added up as a law of the count.',
  },
  ready: {
    title: 'Ready to act',
    text: 'Counted today by the readiness checklist of the learner register: qualified or assessed by another route, training valid, the R&D lead’s dated sign-off, time agreed with the manager. It is a fact of the register and no part of the model; ahead, the table shows today’s share of the qualified, badged as an assumption.',
  },
  'coi-gained': {
    title: 'First-time Co-Is',
    text: 'People first named as Co-Investigator while in post, in any month up to the day. Who goes straight to PI is a gain of a PI and not of a Co-I. Each month from the award carries a chance of a first role, by award, months since it and staff group.',
  },
  'pi-gained': {
    title: 'First-time PIs',
    text: 'People first named as Principal Investigator while in post, straight away or through a Co-I role, in any month up to the day. Somebody who was PI before is stock, and never a gain.',
  },
  pi: {
    title: 'Named PIs in post',
    text: 'Stock: those who are PI today and still hold the role in post on the day, and those gained who still do, and past PIs who took a role up again. Stock at the end = stock before + gained + taken up again − lost.',
  },
  'pi-lost': {
    title: 'PIs lost',
    text: 'People who are PI at the start or become one, and are not at the end: the role ended with its study or was given up, or they left the trust or retired. A role ends when the last study it is held on is planned to close, or at a rate where that is not known.',
  },
};

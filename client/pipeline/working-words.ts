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
  'any-gained': {
    title: 'Investigators gained, by any route',
    text: 'People first named as Co-Investigator or straight as Principal Investigator while in post, whichever comes first, in any month up to the day: everybody once. The framework, other routes and direct appointments are all in it.',
  },
  'pi-returned': {
    title: 'PI roles taken up again',
    text: 'People whose PI role had lapsed before and who are PI again at some point, while in post: a rate a year. It is stock and never a gain.',
  },
  chance: {
    title: 'The chance of at least a number',
    text: 'The law of the count is the average, over the sets of rates, of the exact law of how many of the people count, each with a chance of their own. The chance of at least N is what of it lies at N and above. For people gained it is also the chance that the N-th comes by the day; people in post can fall again, so theirs is of that day.',
  },
  drivers: {
    title: 'What moves the answer, and what is worth finding out',
    text: 'The bars: the expected count with one rate at the 10% and the 90% of what is believed of it, the others in the middle. The share of a rate: how much of the spread of the expected count over the sets of rates goes with it. Whether finding it out could change a decision: the best number of extra starts for each fifth of what is believed of the rate, against the best for all of it, when a start costs 1 and a missing PI what you typed.',
  },
  doubt: {
    title: 'Chance, and not knowing the rates',
    text: 'The variance of the count has two parts. Chance: the average, over the sets of rates, of the variance that few people have when their rates are known. Not knowing the rates: the variance of the expected count over the sets of rates. How well one intake does is chance.',
  },
  both: {
    title: 'Two years running',
    text: 'Each person is named for the first time in the one year, the other or neither; from these chances the law of both counts together is made at each set of rates, and averaged. The rates are the same in both years.',
  },
  'back-test': {
    title: 'How well it would have forecast',
    text: 'The forecast made again as at each past 31 August, from the parameters of that day and the rows on record by then, with the same function as today’s; against it what happened to the same people. In the 80% range: from the smallest number with at least 10% at or below it to the smallest with at least 90%. Expected: the mass these whole-number ranges hold. The share it can tell: Clopper and Pearson’s 95% band.',
  },
  steps: {
    title: 'People at each step',
    text: 'Counted from the learner register, nothing forecast: rows of the framework from the intakes named above the table, and everybody in post with an award. Went on: those of them at the next step or past it. Middle wait: the median of days between the two recorded days. A year ago: the same count from what was on record then.',
  },
  leads: {
    title: 'Studies that want a Principal Investigator',
    text: 'From the study register and the delegation log, nothing forecast: studies in set-up without a PI, and open studies whose PI leaves, ends or asks to hand over within 12 months with nobody named to follow. Who could lead: Co-Investigators of the study first, then ready people and PIs of its specialty, by the dated rule of who may lead a type of study.',
  },
};

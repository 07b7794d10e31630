/** What an employer gets from the framework, and where this product shows it for the own trust. */
export const employerBenefits: readonly {
  readonly key: string;
  readonly benefit: string;
  readonly here: string;
}[] = [
  {
    key: 'patient-outcomes',
    benefit: 'Better outcomes for patients where research is active',
    here: 'Research activity: studies, participants and recruitment',
  },
  {
    key: 'workforce',
    benefit: 'A workforce more content with its work',
    here: 'Learners: who finished, who stayed, who went',
  },
  {
    key: 'system',
    benefit: 'A gain for health and care as a whole',
    here: 'Research activity: openings and people ready, by specialty',
  },
  {
    key: 'well-led',
    benefit: 'Research is among the inspector’s evidence for well-led',
    here: 'Evidence: statements with facts, dates and owners',
  },
  {
    key: 'leaders',
    benefit: 'Staff able to act as Co-Investigator or Principal Investigator',
    here: 'Pipeline: qualified, ready and named, each counted apart',
  },
];

/** What the framework asks of an employer, and where this product keeps it. */
export const employerSupport: readonly {
  readonly key: string;
  readonly support: string;
  readonly here: string;
}[] = [
  {
    key: 'time',
    support: 'Time within working hours, agreed before the application',
    here: 'Learner’s page: agreement',
  },
  {
    key: 'supervisor',
    support: 'A supervisor for Research Practice Experience',
    here: 'Supervisors: slots by intake',
  },
  {
    key: 'delivery-time',
    support: 'Time for delivering research during the course',
    here: 'Teams by week: release',
  },
  { key: 'study-leave', support: 'Study leave', here: 'Learner’s page: promise and hours taken' },
  { key: 'backfill', support: 'Backfill of the clinical post', here: 'Cover to book' },
  {
    key: 'networks',
    support: 'Links to colleagues in local and national networks',
    here: 'Catalogue: networks',
  },
];

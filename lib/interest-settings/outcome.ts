/** What became of a change to the stages or the service types. */
export type SettingOutcome = 'stored' | 'notFound' | 'changedMeanwhile' | 'nameTaken' | 'nameMissing' | 'tooMany' | 'lastOfKind';

export type Fault = {
  kind: 'callNotFound' | 'interestClosed' | 'serviceTypeGone' | 'customerGone' | 'numberOfCustomer' | 'nameMissing';
};

/** Thrown to take back what a transaction wrote before the fault was found. */
export class Faulty extends Error {
  constructor(readonly fault: Fault) {
    super(fault.kind);
  }
}

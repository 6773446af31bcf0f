/** Of whom: everybody who has a number, or one customer alone. */
export type PersonScope = { kind: 'number'; e164: string } | { kind: 'customer'; customerId: string };

export type PersonCustomer = { id: string; name: string; company: string | null };
export type PersonContact = { id: string; name: string; customerId: string; customerName: string };

/** Who is meant, and what is theirs alone. */
export type Person = {
  scope: PersonScope;
  customers: PersonCustomer[];
  /** People at a company: they go, the company stays. */
  contacts: PersonContact[];
  /** Theirs alone: what was said under them is about nobody else. */
  numbers: string[];
  /** Somebody else has them, too: they stay with them, and so do their calls. */
  sharedNumbers: string[];
  /** Numbers of drivers: not erased here. */
  driverNumbers: string[];
  photoIds: string[];
};

/** How much is stored of a person, by kind. */
export type Footprint = {
  customers: number;
  contacts: number;
  numbers: number;
  addresses: number;
  deliveries: number;
  calls: number;
  callEvents: number;
  notes: number;
  files: number;
  interests: number;
  merges: number;
  audit: number;
};

export type View = { id: string; at: Date; userName: string | null; customerName: string };

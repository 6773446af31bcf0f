import type { CustomerClass } from '../caller-card/types.ts';
import type { InterestStage } from '../interests/types.ts';

/** Which of a call's interests an inquiry belongs to: one that is active, or another one. */
export const NEW_INTEREST = 'new';

/**
 * What was written about a call before it was registered, by whoever had it: who the caller is, and what they want. A field that
 * nobody has written is not there. `customerId` null: it is none of those who were found; empty: somebody chosen was not them.
 */
export type DraftContent = {
  name?: string;
  company?: string;
  class?: CustomerClass;
  city?: string;
  note?: string;
  customerId?: string | null;
  /** Of an active interest, or NEW_INTEREST; empty once it is about somebody else. */
  interestId?: string;
  subject?: string;
  whatToDo?: string;
  serviceTypeId?: string;
  description?: string;
};
export type DraftField = keyof DraftContent;

/** The draft of a call as the database has it. Once it was registered its content is gone. */
export type SharedDraft = {
  version: number;
  content: DraftContent;
  /** Who wrote last; null where nobody has, or they are gone. */
  changedBy: { id: string; name: string } | null;
  registered: { interestId: string; number: number } | null;
  /** What its call became so far, the latest first, also while another inquiry of it is being written. */
  interests: InterestOfCall[];
};

/** An interest that has the call. `potentialName`: of the potential customer whose it is; empty where it is a customer's. */
export type InterestOfCall = {
  id: string;
  number: number;
  /** Empty for those who may not read interests. */
  subject: string;
  potentialName: string;
  /** Who registered it; null where they are gone. */
  by: { id: string; name: string } | null;
};

export type InquiryCustomer = {
  id: string;
  name: string;
  company: string | null;
  class: CustomerClass;
  /** The number they were found by, else their main one. */
  display: string | null;
  note: string;
  managerName: string | null;
  /** ISO. */
  since: string;
  /** Whose number calls, at a customer that is a company. */
  contact: { id: string; name: string } | null;
};

/** An active interest, of a customer or of a potential one. */
export type InquiryInterest = {
  id: string;
  number: number;
  subject: string;
  customerId: string | null;
  potentialName: string;
  potentialCompany: string;
  whatToDo: string;
  serviceTypeId: string | null;
  stage: InterestStage;
  responsible: { id: string; name: string } | null;
  /** ISO. */
  since: string;
  lastCallAt: string | null;
};

/** Whom a number or a name may mean, and what they want of us already. */
export type FoundForInquiry = { customers: InquiryCustomer[]; interests: InquiryInterest[] };

export type ServiceTypeChoice = { id: string; name: string };

/** What the wizard opens with. */
export type Inquiry = FoundForInquiry & {
  /** Of the caller; null where it is withheld, and without a call. */
  number: { e164: string | null; display: string } | null;
  serviceTypes: ServiceTypeChoice[];
  draft: SharedDraft | null;
  /** As this user left it the last time (S3.10). */
  opensInterest: boolean;
};

/** A draft of a call that is over, which nobody has registered. */
export type WaitingInquiry = { callId: string; version: number; display: string; at: string; title: string };

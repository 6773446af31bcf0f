import type { DeskCall } from '@/lib/caller-card/types';
import type { Caller } from './caller';
import { DriverStops } from './driver-stops';
import { FoundCustomers } from './found-customers';

type FoundPeopleProps = {
  call: DeskCall;
  caller: Caller;
  /** The call was answered: of several customers one can be taken, for the question may have been closed (S0.14), and a driver's can be called (S0.20). */
  isUp: boolean;
};

/** The customers with this number, or what a driver has to bring (S0.4): it shows whatever an admin left out of the card. */
export function FoundPeople({ call, caller, isUp }: FoundPeopleProps) {
  if (caller.kind === 'driver') return <DriverStops driver={caller.driver} canCall={isUp} />;
  if (caller.kind !== 'several') return null;

  return <FoundCustomers customers={caller.customers} more={caller.more} call={call} canChoose={isUp} />;
}

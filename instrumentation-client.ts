import { beginNamedPhone } from './components/softphone/sip-desk-store';

// Runs before the page wakes up: the phone registers meanwhile.
beginNamedPhone();

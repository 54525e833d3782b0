import type { Account } from '../../lib/domain/account.ts';
import type { Plan } from '../../lib/domain/plan.ts';

/** Stored plans and accounts that are whole and plausible; a test gives only what it is about. */
export function aPlan(values: Partial<Plan> = {}): Plan {
  return {
    id: 'plan-1',
    itemId: 'newsroom|heat',
    network: 'linkedin',
    title: 'Our Roubaix workshop now runs on recovered heat',
    text: 'Proud of the Roubaix team.',
    at: Date.now() + 86_400_000,
    mode: 'remind',
    accountId: null,
    state: 'planned',
    problem: null,
    createdAt: Date.now() - 3_600_000,
    toldAt: null,
    cancelledAt: null,
    ...values,
  };
}

export function anAccount(values: Partial<Account> = {}): Account {
  return {
    id: 'bluesky|camille',
    network: 'bluesky',
    server: 'https://pds.example',
    handle: 'camille.example',
    remoteId: 'did:plc:camille',
    maxCharacters: null,
    connectedAt: 1,
    state: 'active',
    ...values,
  };
}

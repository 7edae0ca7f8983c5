import { askReset } from '$lib/server/people/reset';
import { askByMail } from '../ask-by-mail.server';
import type { Actions } from './$types';

export const actions = { default: askByMail(askReset) } satisfies Actions;

import { json } from '@sveltejs/kit';
import { relyingParty } from '$lib/domain/people/passkey';
import type { RelyingParty } from '$lib/domain/people/passkey';
import type { Refusal } from '$lib/domain/refusal';
import { wake } from '../../world';

/** Whether this portal can have passkeys, and where: what a page needs to offer a button or say why not. */
export async function passkeyPlace(): Promise<{ origin: string; able: boolean }> {
	const { env } = await wake();
	return { origin: env.origin.origin, able: relyingParty(env.origin) !== null };
}

/** To whom passkeys are bound here; null where there can be none. */
export const ours = async (): Promise<RelyingParty | null> =>
	relyingParty((await wake()).env.origin);

/** A refusal as the button reads it. */
export const told = (refusals: Refusal[], status = 401): Response => json({ refusals }, { status });

/** What a button sent: any JSON object; anything else is nothing. */
export async function sent(request: Request): Promise<Record<string, unknown>> {
	const value: unknown = await request.json().catch(() => null);
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** How long a security.txt says it may be trusted; it asks for less than a year (RFC 9116 §2.5.5). */
const DAYS = 180;

/**
 * The text of `/.well-known/security.txt` (RFC 9116): whom to tell about a weakness.
 * @param contact `mailto:`, `tel:` or `https:` address
 * @param at moment of asking, ms since the epoch
 */
export function securityText({
	origin,
	contact,
	at
}: {
	origin: string;
	contact: string;
	at: number;
}): string {
	const midnight = Math.floor(at / 86_400_000) * 86_400_000;
	return [
		`Contact: ${contact}`,
		`Expires: ${new Date(midnight + DAYS * 86_400_000).toISOString()}`,
		'Preferred-Languages: zh, en',
		`Canonical: ${origin}/.well-known/security.txt`,
		''
	].join('\n');
}

/** Directives a map on a foreign base needs: tiles are fetched, pictures are shown. */
const NEEDED = ['connect-src', 'img-src'] as const;

/** An origin as a content-security-policy source: scheme, host, perhaps a port, nothing else. */
const ORIGIN = /^https:\/\/[a-z0-9.-]+(:\d{1,5})?$/;

/**
 * A content-security-policy (CSP level 3) that also lets a page load from `origins`. Anything that is
 * not a plain https origin is left out, so that no setting can smuggle in another directive; the
 * policy is returned as it is when nothing is left.
 */
export function widen(policy: string, origins: readonly string[]): string {
	const known = origins.filter((origin) => ORIGIN.test(origin));
	if (!known.length) return policy;
	const rules = policy
		.split(';')
		.map((rule) => rule.trim())
		.filter(Boolean);
	const widened = rules.map((rule) => {
		const [name] = rule.split(/\s+/);
		return (NEEDED as readonly string[]).includes(name ?? '')
			? `${rule.replace(/\s+'none'$/, '')} ${known.join(' ')}`
			: rule;
	});
	return widened.join('; ');
}

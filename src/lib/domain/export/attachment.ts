/**
 * The `Content-Disposition` of a download (RFC 6266): an ASCII name for old clients and the full
 * name in `filename*` (RFC 8187). Signs that mean something in a path or a header become hyphens.
 */
export function attachment(name: string, plain: string): string {
	// Cut between signs: half of one cannot be written in an address.
	const clean = Array.from(name.replace(/[\p{Cc}\p{Cf}\p{Cs}"\\/:*?<>|%;]+/gu, '-'))
		.slice(0, 120)
		.join('');
	const ascii = plain.replace(/[^A-Za-z0-9._-]+/g, '-');
	const full = encodeURIComponent(clean).replace(
		/['()*!]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
	);
	return `attachment; filename="${ascii}"; filename*=UTF-8''${full}`;
}

/** Where films lie: in a folder, or in a bucket of an S3-compatible store. */
export type FilmPlace =
	{ kind: 'folder'; url: string } | (Bucket & { key: string; secret: string });

/** A bucket as `s3://bucket?endpoint=…&region=…` names it. */
interface Bucket {
	kind: 's3';
	bucket: string;
	endpoint: string;
	region: string;
}

/** The bucket that an address names; null for anything that is not such an address. */
export function bucketOf(text: string): Bucket | null {
	if (!text.startsWith('s3://') || !URL.canParse(text)) return null;
	const url = new URL(text);
	const bucket = url.hostname;
	const endpoint = url.searchParams.get('endpoint') ?? '';
	const region = url.searchParams.get('region') ?? 'us-east-1';
	if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket) || !/^[a-z0-9-]{1,40}$/.test(region))
		return null;
	if (url.username || url.password || url.port || url.hash || !/^\/?$/.test(url.pathname))
		return null;
	if ([...url.searchParams.keys()].some((name) => name !== 'endpoint' && name !== 'region'))
		return null;
	if (!URL.canParse(endpoint)) return null;
	const { protocol, origin } = new URL(endpoint);
	return /^https?:$/.test(protocol) && endpoint.replace(/\/$/, '') === origin
		? { kind: 's3', bucket, endpoint: origin, region }
		: null;
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** The public addresses this server answers to. */
export type Site = {
	/** The public origin, without a trailing slash, e.g. `https://lian.example.gov.cn`. */
	origin: string;
	/** Host and, where unusual, port of the public origin. */
	host: string;
	/** True when visitors come over TLS. */
	secure: boolean;
	/** Every `Host` value that is ours, in lower case. */
	hosts: ReadonlySet<string>;
	/** Every `Origin` value that is ours. */
	origins: ReadonlySet<string>;
};

/**
 * Derives the allow-lists from the public origin. A loopback origin admits the three loopback names
 * on the same port, because people type any of them.
 */
export function siteOf(origin: URL): Site {
	const names = LOOPBACK.includes(origin.hostname) ? LOOPBACK : [origin.hostname];
	const secure = origin.protocol === 'https:';
	const usual = secure ? '443' : '80';
	const port = origin.port || usual;
	const hosts = new Set<string>();
	const origins = new Set<string>();
	for (const name of names) {
		hosts.add(`${name}:${port}`);
		if (port === usual) hosts.add(name);
		origins.add(`${origin.protocol}//${name}${port === usual ? '' : `:${port}`}`);
	}
	return { origin: origin.origin, host: origin.host, secure, hosts, origins };
}

/** Whether a `Host` header names this site (RFC 9110 §7.2: compared without case). */
export function isOurHost(site: Site, host: string | undefined): boolean {
	return host !== undefined && site.hosts.has(host.toLowerCase());
}

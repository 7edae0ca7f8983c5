import http from 'node:http';

/** How a form was answered, and after how many milliseconds from being sent. */
interface Sent {
	status: number;
	location: string;
	ms: number;
}

/**
 * Sends forms as browsers without scripts do, each of another visitor, over so many connections at
 * once; the next goes out on a connection as soon as it has its answer.
 */
export async function sendForms(
	origin: string,
	path: string,
	forms: readonly string[],
	connections: number
): Promise<{ sent: Sent[]; ms: number }> {
	const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
	const sent: Sent[] = [];
	let next = 0;
	const began = performance.now();
	const hand = async () => {
		for (let n = next++; n < forms.length; n = next++)
			sent.push(await post(agent, origin, path, forms[n]!, addressOf(n)));
	};
	await Promise.all(Array.from({ length: Math.min(connections, forms.length) }, hand));
	const ms = performance.now() - began;
	agent.destroy();
	return { sent, ms };
}

const addressOf = (n: number): string => `198.18.${(n >> 8) & 255}.${n & 255}`;

function post(
	agent: http.Agent,
	origin: string,
	path: string,
	body: string,
	address: string
): Promise<Sent> {
	const headers = {
		origin,
		accept: 'text/html',
		'x-forwarded-for': address,
		'content-type': 'application/x-www-form-urlencoded',
		'content-length': Buffer.byteLength(body)
	};
	return new Promise((answered, failed) => {
		const began = performance.now();
		const request = http.request(origin + path, { method: 'POST', agent, headers }, (answer) => {
			answer.resume().on('end', () =>
				answered({
					status: answer.statusCode ?? 0,
					location: answer.headers.location ?? '',
					ms: performance.now() - began
				})
			);
		});
		request.on('error', failed).end(body);
	});
}

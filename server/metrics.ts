import http from 'node:http';
import { ALWAYS } from './headers';
import type { AnswerCache } from './cache';

const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * Counts for an operator's Prometheus. Forty lines of our own instead of `prom-client`: four metrics
 * need no registry, and nothing here may ever carry a label taken from a request.
 */
export class Metrics {
	#classes = new Map<string, number>();
	#buckets = BOUNDS.map(() => 0);
	#seconds = 0;
	#count = 0;

	/** Counts one answer: its status and how long it took, in milliseconds. */
	record(status: number, ms: number): void {
		const group = `${Math.floor(status / 100)}xx`;
		this.#classes.set(group, (this.#classes.get(group) ?? 0) + 1);
		this.#seconds += ms / 1000;
		this.#count++;
		const slot = BOUNDS.findIndex((bound) => ms / 1000 <= bound);
		if (slot >= 0) this.#buckets[slot]!++;
	}

	/** The Prometheus text format, version 0.0.4. */
	text(cache: AnswerCache): string {
		let sum = 0;
		const lines = [
			'# TYPE liantu_requests_total counter',
			...[...this.#classes].map(([group, n]) => `liantu_requests_total{class="${group}"} ${n}`),
			'# TYPE liantu_request_seconds histogram',
			...BOUNDS.map(
				(le, i) => `liantu_request_seconds_bucket{le="${le}"} ${(sum += this.#buckets[i]!)}`
			),
			`liantu_request_seconds_bucket{le="+Inf"} ${this.#count}`,
			`liantu_request_seconds_sum ${this.#seconds}`,
			`liantu_request_seconds_count ${this.#count}`,
			'# TYPE liantu_answer_cache_hits_total counter',
			`liantu_answer_cache_hits_total ${cache.hits}`,
			'# TYPE liantu_answer_cache_misses_total counter',
			`liantu_answer_cache_misses_total ${cache.misses}`,
			'# TYPE liantu_answer_cache_bytes gauge',
			`liantu_answer_cache_bytes ${cache.bytes}`,
			'# TYPE process_resident_memory_bytes gauge',
			`process_resident_memory_bytes ${process.memoryUsage.rss()}`
		];
		return `${lines.join('\n')}\n`;
	}
}

/** Serves `/metrics` on the loopback interface only, whatever HOST says. */
export function serveMetrics(port: number, metrics: Metrics, cache: AnswerCache): http.Server {
	const server = http.createServer((req, res) => {
		const found = req.method === 'GET' && req.url === '/metrics';
		res.writeHead(found ? 200 : 404, {
			...ALWAYS,
			'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
			'Cache-Control': 'no-store'
		});
		res.end(found ? metrics.text(cache) : '');
	});
	return server.listen(port, '127.0.0.1');
}

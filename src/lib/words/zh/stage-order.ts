import type { MoveKind } from '../../domain/judging/stage/turn';

/** 出场顺序；只有公众的这一页装载。 */
export const order = {
	contests: '赛事',
	title: '出场顺序',
	lead: '选手按抽签顺序上场打分。抽签只由公开的随机种子决定，谁都可以照着重抽一遍。',
	drawn: (at: string) => `${at} 抽签`,
	place: '出场',
	number: '编号',
	speaker: '选手',
	byDraw: '抽签',
	state: '情况',
	states: { waiting: '候场', now: '台上', done: '已登场', absent: '缺席' },
	movesTitle: '人工改动',
	noMoves: '没有人工改动，现在的顺序就是抽签的结果。',
	moves: {
		late: '迟到，排到最后',
		absent: '缺席',
		back: '恢复出场',
		redraw: '参赛作品有增减，重新抽签',
		reopen: '',
		unreveal: ''
	} satisfies Record<MoveKind, string>,
	fromTo: (from: number, to: number) => `第 ${from} 位 → 第 ${to} 位`,
	howTitle: '怎样自己重抽一遍',
	how: [
		'从下面的文件里取出随机种子和每一组的作品编号（从小到大排好）。',
		'第 n 块随机数（n 从 0 数起）是文字“种子/标签/n”的 SHA-256；每块依次给出八个 32 位整数，高位在前。',
		'从最后一位往前，每一位和“前面含自己在内”的某一位交换：取一个随机整数，除以可选的个数，余数就是那一位（从 0 数起）；大到会让某些余数更容易出现的整数丢掉不用。',
		'得到的次序就是抽签次序；各组按文件里的先后依次上场。'
	],
	seed: '随机种子',
	label: '标签',
	hash: '抽签材料的 SHA-256',
	file: '下载抽签材料',
	seedFrom: '种子怎样产生，见',
	log: '评审记录'
};

/** Words of the player; loaded only by pages that show films. */
export const films = {
	player: (title: string) => `影片：${title}`,
	play: '播放',
	pause: '暂停',
	back: '后退 10 秒',
	forward: '前进 10 秒',
	position: '播放位置',
	/** 读屏软件听到的播放位置。 */
	at: (now: string, all: string) => `${now}，全长 ${all}`,
	volume: '音量',
	mute: '静音',
	unmute: '取消静音',
	speed: '速度',
	times: (n: number) => `${n} 倍`,
	captions: '字幕',
	noCaptions: '不显示字幕',
	quality: '清晰度',
	qualities: { original: '原片', '1080p': '1080p', '720p': '720p' } as Record<string, string>,
	full: '全屏',
	leaveFull: '退出全屏',
	keys: '快捷键',
	keyList: [
		['空格', '播放或暂停'],
		['← →', '后退、前进 5 秒'],
		['J L', '后退、前进 10 秒'],
		['↑ ↓', '音量'],
		['M', '静音'],
		['C', '字幕'],
		['F', '全屏'],
		['< >', '速度'],
		['， 。', '暂停时逐帧'],
		['0–9', '跳到全长的十分之几']
	] as [string, string][],
	stalled: '正在缓冲……',
	failed: '影片放不出来。请检查网络，再点“重新载入”；还是不行，请换一个浏览器。',
	reload: '重新载入',
	none: '影片还在处理，处理好了就可以在这里观看。',
	/** 读屏软件念的时长。 */
	spoken: (h: number, m: number, s: number) =>
		`${h ? `${h} 小时` : ''}${h || m ? `${m} 分` : ''}${s} 秒`
};

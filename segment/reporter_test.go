package segment

import "testing"

func TestReporter(t *testing.T) {
	for text, want := range map[string]bool{
		"某某日报全媒体记者张三": true, "本报记者 李四 王小五": true, "某台记者：赵六 通讯员 钱七": true,
		"新华社记者站建设": false, "本报记者从市水利局获悉": false, "答记者问": false, "记者之家": false, "某某日报": false, "建设记者公寓120套": false,
	} {
		if reporter(text) != want {
			t.Errorf("%s: %v", text, !want)
		}
	}
}

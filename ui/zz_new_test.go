package ui
import ("testing";"path/filepath";"fyne.io/fyne/v2/test";"nemawashi.app/workshop/library";"nemawashi.app/workshop/template";"nemawashi.app/ui/run";"os";"runtime/pprof";"time";"fmt")
func TestZZ(t *testing.T){
 defer run.Inline()()
 set,_:=template.Builtin()
 lib,err:=library.Open("/tmp/st/l.nemawashi",library.Options{}); if err!=nil {t.Fatal(err)}
 f,_:=os.Create("/tmp/cpu.prof"); _ = filepath.Join
 pprof.StartCPUProfile(f)
 for i:=0;i<30;i++{ t0:=time.Now(); a:=test.NewApp(); x:=New(Config{App:a,Library:lib,Templates:set,Saves:nil}); if i<5 {fmt.Println(time.Since(t0))}; x.window.Close() }
 pprof.StopCPUProfile(); f.Close()
 lib.Close()
}

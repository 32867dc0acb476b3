package main

import (
	"cmp"
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"sync"
	"testing"

	fnpb "github.com/apache/beam/sdks/v2/go/pkg/beam/model/fnexecution_v1"
	pipepb "github.com/apache/beam/sdks/v2/go/pkg/beam/model/pipeline_v1"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/util/grpcx"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/protobuf/proto"
)

// pool starts the workers of jobs whose environment is EXTERNAL. Prism asks for one
// worker a job, an engine on many machines for many: for each that is asked for, the
// pool starts several processes of suyuan-beam and deals the bundles out to them. To
// the runner they are one worker, to each of them the pool is the runner.
type pool struct {
	fnpb.UnimplementedBeamFnExternalWorkerPoolServer
	size int

	mu    sync.Mutex
	teams map[string]*team // by the worker that they are
	tally []int            // bundles that were dealt to each process, over all jobs
}

// startPool returns a pool and where it listens.
func startPool(t *testing.T, size int) (p *pool, endpoint string) {
	t.Helper()
	p = &pool{size: size, teams: map[string]*team{}, tally: make([]int, size)}
	server, endpoint, err := serve(func(s *grpc.Server) { fnpb.RegisterBeamFnExternalWorkerPoolServer(s, p) })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		server.Stop()
		for _, team := range p.teams {
			team.stop()
		}
	})
	return p, endpoint
}

func serve(register func(*grpc.Server)) (*grpc.Server, string, error) {
	listener, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		return nil, "", err
	}
	server := grpc.NewServer(grpc.MaxRecvMsgSize(1 << 30))
	register(server)
	go server.Serve(listener)
	return server, listener.Addr().String(), nil
}

func (p *pool) StartWorker(_ context.Context, r *fnpb.StartWorkerRequest) (*fnpb.StartWorkerResponse, error) {
	t, err := newTeam(p, r)
	if err != nil {
		return &fnpb.StartWorkerResponse{Error: err.Error()}, nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.teams[r.GetWorkerId()] = t
	return &fnpb.StartWorkerResponse{}, nil
}

func (p *pool) StopWorker(_ context.Context, r *fnpb.StopWorkerRequest) (*fnpb.StopWorkerResponse, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if t := p.teams[r.GetWorkerId()]; t != nil {
		t.stop()
	}
	return &fnpb.StopWorkerResponse{}, nil
}

// kill kills one process of those that run, as the kernel does for lack of memory.
func (p *pool) kill() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, t := range p.teams {
		if t.ctx.Err() == nil {
			return t.processes[0].command.Process.Kill()
		}
	}
	return fmt.Errorf("no process runs")
}

// team is the processes that are one worker of the runner.
type team struct {
	ctx       context.Context // ended when a process has, and when the runner wants no more
	stop      context.CancelFunc
	runner    *grpc.ClientConn
	control   fnpb.BeamFnControlClient
	processes []*process

	mu        sync.Mutex // of what goes to the runner, too
	responses fnpb.BeamFnControl_ControlClient
	outputs   fnpb.BeamFnData_DataClient
	dealt     map[string]*process // the bundles, by their instruction
}

func newTeam(p *pool, r *fnpb.StartWorkerRequest) (t *team, err error) {
	t = &team{dealt: map[string]*process{}}
	t.ctx, t.stop = context.WithCancel(grpcx.WriteWorkerID(context.Background(), r.GetWorkerId()))
	if t.runner, err = grpc.NewClient(r.GetControlEndpoint().GetUrl(), grpc.WithTransportCredentials(insecure.NewCredentials()), grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(1<<30))); err != nil {
		return nil, err
	}
	context.AfterFunc(t.ctx, func() { t.runner.Close() })
	t.control = fnpb.NewBeamFnControlClient(t.runner)
	for n := range p.size {
		started, err := t.start(n)
		if err != nil {
			t.stop()
			return nil, err
		}
		t.processes = append(t.processes, started)
	}
	if t.responses, err = t.control.Control(t.ctx); err != nil {
		return nil, err
	}
	if t.outputs, err = fnpb.NewBeamFnDataClient(t.runner).Data(t.ctx); err != nil {
		return nil, err
	}
	go t.instruct(p)
	go t.feed(p)
	return t, nil
}

// instruct gives each instruction to the process that it is for.
func (t *team) instruct(p *pool) {
	defer t.stop()
	for {
		r, err := t.responses.Recv()
		if err != nil {
			return
		}
		to := t.processes[0]
		switch {
		case r.GetProcessBundle() != nil:
			to = t.deal(p, r.GetInstructionId())
		case r.GetMonitoringInfos() != nil:
			names := r.GetMonitoringInfos().MonitoringInfoId // those of one bundle
			for i, name := range names {
				var number int
				_, err = fmt.Sscanf(name, "%d:%s", &number, &names[i])
				to = t.processes[number]
			}
		default:
			if id := cmp.Or(r.GetProcessBundleProgress().GetInstructionId(), r.GetProcessBundleSplit().GetInstructionId(), r.GetFinalizeBundle().GetInstructionId()); id != "" {
				to = t.deal(p, id)
			}
		}
		send(t.ctx, to.instructions, r)
	}
}

// feed gives the elements of a bundle to the process that has it.
func (t *team) feed(p *pool) {
	for {
		all, err := t.outputs.Recv()
		if err != nil {
			return
		}
		for _, d := range all.GetData() {
			send(t.ctx, t.deal(p, d.GetInstructionId()).elements, &fnpb.Elements{Data: []*fnpb.Elements_Data{d}})
		}
		for _, d := range all.GetTimers() {
			send(t.ctx, t.deal(p, d.GetInstructionId()).elements, &fnpb.Elements{Timers: []*fnpb.Elements_Timers{d}})
		}
	}
}

// deal returns the process that has the bundle: the next one, for a new bundle.
func (t *team) deal(p *pool, instruction string) *process {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.dealt[instruction] == nil {
		n := len(t.dealt) % len(t.processes)
		t.dealt[instruction] = t.processes[n]
		p.mu.Lock()
		p.tally[n]++
		p.mu.Unlock()
	}
	return t.dealt[instruction]
}

func send[T any](ctx context.Context, to chan<- T, v T) {
	select {
	case <-ctx.Done():
	case to <- v:
	}
}

// process is one process of a team, and the runner that it sees.
type process struct {
	fnpb.UnimplementedBeamFnControlServer
	fnpb.UnimplementedBeamFnDataServer
	fnpb.UnimplementedBeamFnStateServer
	fnpb.UnimplementedBeamFnLoggingServer
	*team
	number       int
	endpoint     string
	command      *exec.Cmd
	instructions chan *fnpb.InstructionRequest
	elements     chan *fnpb.Elements
}

func (t *team) start(number int) (*process, error) {
	p := &process{team: t, number: number, instructions: make(chan *fnpb.InstructionRequest, 100), elements: make(chan *fnpb.Elements, 100)}
	server, endpoint, err := serve(func(s *grpc.Server) {
		fnpb.RegisterBeamFnControlServer(s, p)
		fnpb.RegisterBeamFnDataServer(s, p)
		fnpb.RegisterBeamFnStateServer(s, p)
		fnpb.RegisterBeamFnLoggingServer(s, p)
	})
	if err != nil {
		return nil, err
	}
	p.endpoint = endpoint
	p.command = exec.CommandContext(t.ctx, program, "--worker=true", fmt.Sprint("--id=", number), "--logging_endpoint="+endpoint, "--control_endpoint="+endpoint)
	p.command.Env = append(os.Environ(), "RUNNER_CAPABILITIES=beam:protocol:monitoring_info_short_ids:v1")
	if err := p.command.Start(); err != nil {
		return nil, err
	}
	go func() {
		_ = p.command.Wait()
		t.stop() // a worker that has lost a process is lost: its bundles are
		server.Stop()
	}()
	return p, nil
}

// GetProcessBundleDescriptor has the process send its data here rather than to the
// runner.
func (p *process) GetProcessBundleDescriptor(_ context.Context, r *fnpb.GetProcessBundleDescriptorRequest) (*fnpb.ProcessBundleDescriptor, error) {
	d, err := p.control.GetProcessBundleDescriptor(p.ctx, r)
	if err != nil {
		return nil, err
	}
	here := &pipepb.ApiServiceDescriptor{Url: p.endpoint}
	d.StateApiServiceDescriptor = here
	for _, transform := range d.GetTransforms() {
		if urn := transform.GetSpec().GetUrn(); urn == "beam:runner:source:v1" || urn == "beam:runner:sink:v1" {
			var port fnpb.RemoteGrpcPort
			if err := proto.Unmarshal(transform.Spec.Payload, &port); err != nil {
				return nil, err
			}
			port.ApiServiceDescriptor = here
			if transform.Spec.Payload, err = proto.Marshal(&port); err != nil {
				return nil, err
			}
		}
	}
	return d, nil
}

func (p *process) Control(worker fnpb.BeamFnControl_ControlServer) error {
	go pump(worker.Context(), p.instructions, worker.Send)
	for {
		r, err := worker.Recv()
		if err != nil {
			return err
		}
		if done := r.GetProcessBundle(); done != nil {
			done.MonitoringData = marked(p, done.MonitoringData)
		}
		if progress := r.GetProcessBundleProgress(); progress != nil {
			progress.MonitoringData = marked(p, progress.MonitoringData)
		}
		if infos := r.GetMonitoringInfos(); infos != nil {
			infos.MonitoringInfo = marked(p, infos.MonitoringInfo)
		}
		p.mu.Lock()
		err = p.responses.Send(r)
		p.mu.Unlock()
		if err != nil {
			return err
		}
	}
}

// marked puts the process before the short names that it has given its metrics, since
// the others give the same.
func marked[T any](p *process, metrics map[string]T) map[string]T {
	all := map[string]T{}
	for name, m := range metrics {
		all[fmt.Sprint(p.number, ":", name)] = m
	}
	return all
}

func (p *process) Data(worker fnpb.BeamFnData_DataServer) error {
	go pump(worker.Context(), p.elements, worker.Send)
	for {
		e, err := worker.Recv()
		if err != nil {
			return err
		}
		p.mu.Lock()
		err = p.outputs.Send(e)
		p.mu.Unlock()
		if err != nil {
			return err
		}
	}
}

func (p *process) State(worker fnpb.BeamFnState_StateServer) error {
	runner, err := fnpb.NewBeamFnStateClient(p.runner).State(p.ctx)
	if err != nil {
		return err
	}
	go func() {
		for r, err := runner.Recv(); err == nil; r, err = runner.Recv() {
			_ = worker.Send(r)
		}
	}()
	for {
		r, err := worker.Recv()
		if err != nil {
			return err
		}
		if err := runner.Send(r); err != nil {
			return err
		}
	}
}

func (p *process) Logging(worker fnpb.BeamFnLogging_LoggingServer) error {
	for {
		if _, err := worker.Recv(); err != nil {
			return err
		}
	}
}

func pump[T any](ctx context.Context, from <-chan T, to func(T) error) {
	for {
		select {
		case <-ctx.Done():
			return
		case v := <-from:
			if to(v) != nil {
				return
			}
		}
	}
}

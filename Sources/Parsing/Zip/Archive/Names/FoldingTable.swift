// Written by scripts/unicode/folding_table.py: do not edit.

/// Full case folding and compatibility decomposition of Unicode 14.0.0.
enum FoldingTable {
  /// Version of the Unicode character database.
  static let unicodeVersion = "14.0.0"

  /// Runs between blanks: distance from the last run's first scalar, `,` or `;` and the number of
  /// scalars in steps of one or two, `=`, and the result of the first. All numbers have base 36;
  /// several result scalars are joined by dots.
  static let runs: StaticString =
    """
    1t,q=2p 2n=w 8=w.lk 2=2p 5=w.lg 3,2=1e 2=w.ld 1=qk 3=w.mf 1=1d 1=33 2=1d.6dg.1g 1=1d.6dg.1e \
    1=1f.6dg.1g 2=2p.lc 1=2p.ld 1=2p.le 1=2p.lf 1=2p.lk 1=2p.lm 1=6e 1=2r.mf 1=2t.lc 1=2t.ld \
    1=2t.le 1=2t.lk 1=2x.lc 1=2x.ld 1=2x.le 1=2x.lk 1=6o 1=32.lf 1=33.lc 1=33.ld 1=33.le \
    1=33.lf 1=33.lk 2=6w 1=39.lc 1=39.ld 1=39.le 1=39.lk 1=3d.ld 1=72 1=37.37 x=2p.lg 2=2p.li \
    2=2p.mg 2=2r.ld 2=2r.le 2=2r.lj 2=2r.lo 2=2s.lo 2=7l 2=2t.lg 2=2t.li 2=2t.lj 2=2t.mg \
    2=2t.lo 2=2v.le 2=2v.li 2=2v.lj 2=2v.mf 2=2w.le 2=87 2=2x.lf 2=2x.lg 2=2x.li 2=2x.mg \
    2=2x.lj 2=2x.2y 1=2x.2y 1=2y.le 2=2z.mf 3=30.ld 2=30.mf 2=30.lo 2=30.53 1=30.53 1=8y \
    2=32.ld 2=32.mf 2=32.lo 2=jg.32 1=97 2=33.lg 2=33.li 2=33.ln 2=9f 2=36.ld 2=36.mf 2=36.lo \
    2=37.ld 2=37.le 2=37.mf 2=37.lo 2=38.mf 2=38.lo 2=9z 2=39.lf 2=39.lg 2=39.li 2=39.lm \
    2=39.ln 2=39.mg 2=3b.le 2=3d.le 2=3d.lk 1=3e.ld 2=3e.lj 2=3e.lo 2=37 2=gj 1;2=ar 4=gk 1=aw \
    2,2=gm 2=b0 3=d9 1=gp 1=gr 1=b6 2=gw 1=gz 2=h5 1=h4 1=bd 4=hb 1=he 2=hh 1=33.m3 2;2=bn 4=hs \
    1=bs 2=hv 3=bx 2=i0 1=39.m3 2,2=i2 2;2=c4 4=ia 1=c9 4=cd 8=2s.3e.lo 1=2s.3e.lo 1=2s.3e.lo \
    1=30.2y 1=30.2y 1=30.2y 1=32.2y 1=32.2y 1=32.2y 1=2p.lo 2=2x.lo 2=33.lo 2=39.lo 2=39.lk.lg \
    2=39.lk.ld 2=39.lk.lo 2=39.lk.lc 3=2p.lk.lg 2=2p.lj.lg 2=6e.lg 2=dh 2=2v.lo 2=2z.lo 2=33.mg \
    2=33.mg.lg 2=ia.lo 3=2s.3e 1=2s.3e 1=2s.3e 1=2v.ld 2=b9 1=cf 1=32.lc 2=2p.lm.ld 2=6e.ld \
    2=6w.ld 2=2p.lr 2=2p.lt 2=2t.lr 2=2t.lt 2=2x.lr 2=2x.lt 2=33.lr 2=33.lt 2=36.lr 2=36.lt \
    2=39.lr 2=39.lt 2=37.me 2=38.me 2=f1 2=2w.lo 2=bi 2;2=f7 4=2p.lj 2=2t.mf 2=33.lk.lg \
    2=33.lf.lg 2=33.lj 2=33.lj.lg 2=3d.lg 8=8rp 1=fw 2=be 1=8rq 3=g2 2=ao 1=i1 1=i4 1;5=g7 \
    2y=2w 1=h2 1=2y 1=36 1=hl 1=hn 1=ht 1=3b 1=3d w=w.li 1=w.lj 1=w.lm 1=w.mg 1=w.lf 1=w.ln \
    3=gz 1=30 1=37 1=3c 1=id 2p=qh 17;2=oh 6=on 4=w.qh 5=s3 5=w.ld 1=w.lk.ld 1=q9.ld 2=qd.ld \
    1=qf.ld 1=qh.ld 2=qn.ld 2=qt.ld 1=qx.ld 2,h=q9 i,7=qr 7=qh.lk 1=qt.lk n=qr d=rb 1=qa 1=qg \
    1=qt 1=qt.ld 1=qt.lk 1=qu 1=qo 2;c=rd o=qi 1=qp 1=qr 2=qg 1=qd 2=s8 2=qr 1=sb 3,3=or \
    3=tx.lc 1=tx.lk 1=uq 1=tv.ld 1,3=us 3=uu.lk 1,4=uw 4=u2.ld 1=u0.lc 1=ub.li 1=v3 1,9=ts \
    9=u0.li 1,m=u2 1y;b=v5 m=vp.lr 2;5=vt i;r=wb 1i=y7 1=ty.li 2;6=xw d=ts.li 2=ts.lk 2=yd \
    2=tx.li 2=yh 2=yh.lk 2=ty.lk 2=tz.lk 2=yp 2=u0.lg 2=u0.lk 2=u6.lk 2=yx 2=yx.lk 2=ul.lk \
    2=ub.lg 2=ub.lk 2=ub.ln 2=uf.lk 2=zb 2=uj.lk 2;r=zf 1j,12=129 2e=12d.136 6m=17r.19w \
    1=18o.19w 1=1c7.19w 1=18q.19w 1iz=2tp.2sy 3k=2x9.2wi 15=2wb.2vt 1=2wb.2w1 1b=2yz \
    2z=33m.31t.328 2=33n.31t.328 87,12=8w0 13=8x3 6=8x9 1b=3bw l8,6=3xs 1oo=tu 1=tw 1=u6 1,2=u9 \
    2=ua 1=ui 1=v7 1=wuj 8,17=3bk 19,3=3ct 33=2p 1=6e 1;2=2q 3=2t 1=d9 1,8=2v 9=33 1=f7 1=34 \
    1=36 1,2=38 2=3b 1=2p 1,2=gg 2=5qa 1=2q 1,2=2s 2=gp 1,2=gr 2=2v 2=2z 1=31 1=97 1=33 1=gk \
    1,2=5qu 2=34 1,2=38 2=5r1 1=hb 1=3a 1=5r9 1,3=qa 3,2=qu 2=2x 1=36 1,2=39 2,2=qa 2=qp 1,2=qu \
    f=u5 z=gi 1=2r 1=gl 1=6o 1=gs 1=2u 1=gv 1=gx 1=h1 1,3=h4 3=5tn 1=il 1=h9 1=5tx 1=in 1=hd \
    1=hc 1,4=he 4=hk 1,2=hu 2=bv 1,2=i1 2=5r0 1,2=i3 2=3e 1,3=i8 3=qg 1t=2p.md 2=2q.lj 2=2q.mb \
    2=2q.mp 2=2r.mf.ld 2=2s.lj 2=2s.mb 2=2s.mp 2=2s.mf 2=2s.ml 2=2t.lg.lc 2=2t.lg.ld 2=2t.ml \
    2=2t.mo 2=2t.mf.li 2=2u.lj 2=2v.lg 2=2w.lj 2=2w.mb 2=2w.lk 2=2w.mf 2=2w.mm 2=2x.mo \
    2=2x.lk.ld 2=2z.ld 2=2z.mb 2=2z.mp 2=30.mb 2=30.mb.lg 2=30.mp 2=30.ml 2=31.ld 2=31.lj \
    2=31.mb 2=32.lj 2=32.mb 2=32.mp 2=32.ml 2=33.lf.ld 2=33.lf.lk 2=33.lg.lc 2=33.lg.ld 2=34.ld \
    2=34.lj 2=36.lj 2=36.mb 2=36.mb.lg 2=36.mp 2=37.lj 2=37.mb 2=37.ld.lj 2=37.lo.lj 2=37.mb.lj \
    2=38.lj 2=38.mb 2=38.mp 2=38.ml 2=39.mc 2=39.mo 2=39.ml 2=39.lf.ld 2=39.lg.lk 2=3a.lf \
    2=3a.mb 2=3b.lc 2=3b.ld 2=3b.lk 2=3b.lj 2=3b.mb 2=3c.lj 2=3c.lk 2=3d.lj 2=3e.le 2=3e.mb \
    2=3e.mp 6=2p.ji 1=37.lj 3=37.37 2=2p.mb 2=2p.ll 2=2p.le.ld 2=2p.le.lc 2=2p.le.ll 2=2p.le.lf \
    2=2p.mb.le 2=2p.li.ld 2=2p.li.lc 2=2p.li.ll 2=2p.li.lf 2=2p.mb.li 2=2t.mb 2=2t.ll 2=2t.lf \
    2=2t.le.ld 2=2t.le.lc 2=2t.le.ll 2=2t.le.lf 2=2t.mb.le 2=2x.ll 2=2x.mb 2=33.mb 2=33.ll \
    2=33.le.ld 2=33.le.lc 2=33.le.ll 2=33.le.lf 2=33.mb.le 2=33.m3.ld 2=33.m3.lc 2=33.m3.ll \
    2=33.m3.lf 2=33.m3.mb 2=39.mb 2=39.ll 2=39.m3.ld 2=39.m3.lc 2=39.m3.ll 2=39.m3.lf \
    2=39.m3.mb 2=3d.lc 2=3d.mb 2=3d.ll 2=3d.lf 2;3=64b e=q9.lv 1=q9.lw 1=q9.lv.lc 1=q9.lw.lc \
    1=q9.lv.ld 1=q9.lw.ld 1=q9.lv.n6 1=q9.lw.n6 9=qd.lv 1=qd.lw 1=qd.lv.lc 1=qd.lw.lc \
    1=qd.lv.ld 1=qd.lw.ld b=qf.lv 1=qf.lw 1=qf.lv.lc 1=qf.lw.lc 1=qf.lv.ld 1=qf.lw.ld \
    1=qf.lv.n6 1=qf.lw.n6 9=qh.lv 1=qh.lw 1=qh.lv.lc 1=qh.lw.lc 1=qh.lv.ld 1=qh.lw.ld \
    1=qh.lv.n6 1=qh.lw.n6 9=qn.lv 1=qn.lw 1=qn.lv.lc 1=qn.lw.lc 1=qn.lv.ld 1=qn.lw.ld c=qt.lw \
    2=qt.lw.lc 2=qt.lw.ld 2=qt.lw.n6 9=qx.lv 1=qx.lw 1=qx.lv.lc 1=qx.lw.lc 1=qx.lv.ld \
    1=qx.lw.ld 1=qx.lv.n6 1=qx.lw.n6 h=q9.lv.qh 1=q9.lw.qh 1=q9.lv.lc.qh 1=q9.lw.lc.qh \
    1=q9.lv.ld.qh 1=q9.lw.ld.qh 1=q9.lv.n6.qh 1=q9.lw.n6.qh 1=q9.lv.qh 1=q9.lw.qh 1=q9.lv.lc.qh \
    1=q9.lw.lc.qh 1=q9.lv.ld.qh 1=q9.lw.ld.qh 1=q9.lv.n6.qh 1=q9.lw.n6.qh 1=qf.lv.qh 1=qf.lw.qh \
    1=qf.lv.lc.qh 1=qf.lw.lc.qh 1=qf.lv.ld.qh 1=qf.lw.ld.qh 1=qf.lv.n6.qh 1=qf.lw.n6.qh \
    1=qf.lv.qh 1=qf.lw.qh 1=qf.lv.lc.qh 1=qf.lw.lc.qh 1=qf.lv.ld.qh 1=qf.lw.ld.qh 1=qf.lv.n6.qh \
    1=qf.lw.n6.qh 1=qx.lv.qh 1=qx.lw.qh 1=qx.lv.lc.qh 1=qx.lw.lc.qh 1=qx.lv.ld.qh 1=qx.lw.ld.qh \
    1=qx.lv.n6.qh 1=qx.lw.n6.qh 1=qx.lv.qh 1=qx.lw.qh 1=qx.lv.lc.qh 1=qx.lw.lc.qh 1=qx.lv.ld.qh \
    1=qx.lw.ld.qh 1=qx.lv.n6.qh 1=qx.lw.n6.qh 3=q9.lc.qh 1=q9.qh 1=q9.ld.qh 3=q9.n6.qh 1=q9.li \
    1=q9.lg 1=q9.lc 1=q9.ld 1=q9.qh 1=w.lv 2=w.lv 1=w.n6 1=w.lk.n6 1=qf.lc.qh 1=qf.qh \
    1=qf.ld.qh 3=qf.n6.qh 1=qd.lc 1=qd.ld 1=qf.lc 1=qf.ld 1=qf.qh 1=w.lv.lc 1=w.lv.ld 1=w.lv.n6 \
    9=qh.li 1=qh.lg 1=qh.lc 1=qh.ld 2=w.lw.lc 1=w.lw.ld 1=w.lw.n6 9=qt.li 1=qt.lg 1=qt.lc \
    1=qt.ld 1=qp.lw 1=w.lk.lc 1=w.lk.ld 4=qx.lc.qh 1=qx.qh 1=qx.ld.qh 3=qx.n6.qh 1=qn.lc \
    1=qn.ld 1=qx.lc 1=qx.ld 1=qx.qh 1=w.ld 1=w.lw 2=w 1=w 1=w 1=w 1=w 1=w 1=w 1=w 1=w 1=w 1=w \
    7=6c0 6=w.mr d=1a 1=1a.1a 1=1a.1a.1a 9=w 4=6cy.6cy 1=6cy.6cy.6cy 2=6d1.6d1 1=6d1.6d1.6d1 \
    5=x.x 2=w.lh 9=1r.1r 1=1r.x 1=x.1r e=6cy.6cy.6cy.6cy 8=w h=1c 1=2x 3,6=1g 6=17 1=6qa 1=1p \
    1,2=14 2=32 1,a=1c a=17 1=6qa 1=1p 1,2=14 3=2p 1=2t 1=33 1=3c 1=gp 1=2w 1,4=2z 4=34 1,2=37 \
    d=36.37 2g=2p.1b.2r 1=2p.1b.37 1=2r 1=4w.2r 2=2r.1b.33 1=2r.1b.39 1=gr 2=4w.2u 1,2=2v 2=2w \
    1=2w 1=2w 1=87 1=2x 1=2x 1=30 1;2=30 3=32.33 3,3=34 3=36 1=36 3=37.31 1=38.2t.30 1=38.31 \
    2=3e 2=qx 2=3e 2=2z 1=2p.lm 1,2=2q 3=2t 1,2=2t 2=6ku 1=31 1=33 1,4=15c 4=2x 2=2u.2p.3c 1=qo \
    1=qb 1=qb 1=qo 1=6q9 5=2s 1,2=2s 2,2=2x 8=1d.6dg.1j 1=1d.6dg.1l 1=1d.6dg.1d.1c 1=1d.6dg.1f \
    1=1e.6dg.1f 1=1d.6dg.1h 1=1e.6dg.1h 1=1f.6dg.1h 1=1g.6dg.1h 1=1d.6dg.1i 1=1h.6dg.1i \
    1=1d.6dg.1k 1=1f.6dg.1k 1=1h.6dg.1k 1=1j.6dg.1k 1=1d.6dg 1=2x 1=2x.2x 1=2x.2x.2x 1=2x.3a \
    1=3a 1=3a.2x 1=3a.2x.2x 1=3a.2x.2x.2x 1=2x.3c 1=3c 1=3c.2x 1=3c.2x.2x 1=30 1,2=2r 2=31 1=2x \
    1=2x.2x 1=2x.2x.2x 1=2x.3a 1=3a 1=3a.2x 1=3a.2x.2x 1=3a.2x.2x.2x 1=2x.3c 1=3c 1=3c.2x \
    1=3c.2x.2x 1=30 1,2=2r 2=31 4=6mc 6=1c.6dg.1f 4j=6qz.6qz 1=6qz.6qz.6qz 2=6r2.6r2 \
    1=6r2.6r2.6r2 fk,9=1d 9=1d.1c 1=1d.1d 1=1d.1e 1=1d.1f 1=1d.1g 1=1d.1h 1=1d.1i 1=1d.1j \
    1=1d.1k 1=1d.1l 1=1e.1c 1=14.1d.15 1=14.1e.15 1=14.1f.15 1=14.1g.15 1=14.1h.15 1=14.1i.15 \
    1=14.1j.15 1=14.1k.15 1=14.1l.15 1=14.1d.1c.15 1=14.1d.1d.15 1=14.1d.1e.15 1=14.1d.1f.15 \
    1=14.1d.1g.15 1=14.1d.1h.15 1=14.1d.1i.15 1=14.1d.1j.15 1=14.1d.1k.15 1=14.1d.1l.15 \
    1=14.1e.1c.15 1=1d.1a 1=1e.1a 1=1f.1a 1=1g.1a 1=1h.1a 1=1i.1a 1=1j.1a 1=1k.1a 1=1l.1a \
    1=1d.1c.1a 1=1d.1d.1a 1=1d.1e.1a 1=1d.1f.1a 1=1d.1g.1a 1=1d.1h.1a 1=1d.1i.1a 1=1d.1j.1a \
    1=1d.1k.1a 1=1d.1l.1a 1=1e.1c.1a 1=14.2p.15 1=14.2q.15 1=14.2r.15 1=14.2s.15 1=14.2t.15 \
    1=14.2u.15 1=14.2v.15 1=14.2w.15 1=14.2x.15 1=14.2y.15 1=14.2z.15 1=14.30.15 1=14.31.15 \
    1=14.32.15 1=14.33.15 1=14.34.15 1=14.35.15 1=14.36.15 1=14.37.15 1=14.38.15 1=14.39.15 \
    1=14.3a.15 1=14.3b.15 1=14.3c.15 1=14.3d.15 1=14.3e.15 1,q=2p q,q=2p q=1c \
    10i=6qz.6qz.6qz.6qz 2w=1m.1m.1p 1=1p.1p 1=1p.1p.1p ay,1c=8q8 2o=8rl 2=h7 1=5tp 1=hp 3;3=8rs \
    6=gh 1=hd 1=gg 1=gi 2=8s3 3=8s6 7=2y 1=3a 1,2=fz 2;1e=8sh 2z;2=8vg 7=8vn 3h=8yp 8g=lal \
    2c=vj3 d=feo 1=ffs 1=fg6 1=fgf 1=fh5 1=fid 1=fik 1=fj4 1=fju 1=g1r 1=g2t 1=g2z 1=g3m 1=g46 \
    1=g4r 1=g68 1=g6t 1=g74 1=gbf 1=ge1 1=get 1=gey 1=gfs 1=gg1 1=ggs 1=gh5 1=ghu 1=gja 1=gjs \
    1=gkj 1=h5j 1=h7j 1=hkb 1=hky 1=hl6 1=hlh 1=hlz 1=ho3 1=i1c 1=i2o 1=i60 1=i6n 1=i76 1=i7s \
    1=i9a 1=i9d 1=ijf 1=ijp 1=ik1 1=ike 1=inm 1=inu 1=inz 1=ir8 1=iri 1=irv 1=is3 1=its 1=iu9 \
    1=iur 1=iwz 1=jd4 1=jee 1=jez 1=jzj 1=jzo 1=k1z 1=k2f 1=k2s 1=k3d 1=k4g 1=k4l 1=kc0 1=kco \
    1=kdk 1=l5s 1=l7m 1=l89 1=l9v 1=laj 1=las 1=laz 1=lcf 1=lck 1=ldg 1=m7f 1=mju 1=mk6 1=mkb \
    1=mkf 1=mkn 1=ml5 1=ml7 1=mng 1=mtg 1=mtl 1=n30 1=n3a 1=n4o 1=n4v 1=n54 1=n5c 1=n7v 1=n82 \
    1=nee 1=nel 1=nfy 1=ngf 1=nhq 1=nob 1=noi 1=noz 1=ny2 1=o1k 1=o1q 1=o6s 1=o97 1=oah 1=okz \
    1=ooo 1=p4m 1=p5d 1=p6y 1=p8d 1=pa9 1=pak 1=paq 1=pbn 1=pdr 1=pe1 1=pnn 1=pnu 1=po3 1=poc \
    1=pos 1=pp7 1=ppb 1=pri 1=prm 1=prs 1=qj1 1=qjv 1=qww 1=qx8 1=qxv 1=r5q 1=r63 1=r82 1=r9c \
    1=rp3 1=rpi 1=rpx 1=rqw 1=rrx 1=rxg 1=rxs 1=rzn 1=s6j 1=s7e 1=sd7 1=sds 1=sdx 1=sk1 1=sp5 \
    1=ssm 1=sss 1=ssx 1=tiv 1=tj4 1=tng 1=trq 1=trt 1=tt4 1=tw1 1=twe 1=twi 1=twp 1=tzf 1=u0d \
    1=u0j 1=u0x 1=u5k 1=u6z 1=u73 1=uc6 1=uc9 1=ucs 1=ujs 1=ul4 1=ulb 1=un9 1=unj 1=unm 1=unw \
    1=uoq 1=uzp 1=vat 1=vb3 1=vc5 1=vcr 1=vcz 1=vd9 1=vdd 1=veh 1=vel 1=vf2 1=vf7 1=vfk 1=vgb \
    1=vgq 1=vgy 1=vil 1=vj0 1=vj4 17=w 1i=9hu 2=gg1 1,2=gg4 2q=w.9ll 1=w.9lm 3=9l4.9l6 \
    2o=9mb.9mw 1e,2=3cw 2=3hm 1=3cy 1,2=3ho 2,3=3cz 3,6=3hs 6=3dm 1,3=3d2 3=3dt 1,a=3d5 a,l=3fl \
    l=3fk 1,2=3dg 2,2=3if 2=3ik 1=3im 1=3ir 1=3iv 1=3ix 1=3do 1=3j1 1=3j3 1,2=3dp 2=3ds 1,2=3du \
    2=3dz 1=3e1 1,5=3e3 5=3ea 1=3ee 1=3eo 1=3ev 1=3f0 1,2=3jl 2,3=3fb 3,2=3gk 2=3go 1,2=3gx \
    2=3h0 1=3ha 1=3hd 4=feo 1=fik 1=fex 1=h5n 1=fey 1=ffx 1=fez 1=n5e 1=fh5 1=ffd 1=fep 1=hm1 \
    1=h80 1=fju 2p=14.3cw.15 1=14.3cy.15 1=14.3cz.15 1=14.3d1.15 1=14.3d2.15 1=14.3d3.15 \
    1=14.3d5.15 1=14.3d7.15 1=14.3d8.15 1=14.3da.15 1=14.3db.15 1=14.3dc.15 1=14.3dd.15 \
    1=14.3de.15 1=14.3cw.3fl.15 1=14.3cy.3fl.15 1=14.3cz.3fl.15 1=14.3d1.3fl.15 1=14.3d2.3fl.15 \
    1=14.3d3.3fl.15 1=14.3d5.3fl.15 1=14.3d7.3fl.15 1=14.3d8.3fl.15 1=14.3da.3fl.15 \
    1=14.3db.3fl.15 1=14.3dc.3fl.15 1=14.3dd.3fl.15 1=14.3de.3fl.15 1=14.3d8.3fy.15 \
    1=14.3d7.3ft.3d8.3fp.3hn.15 1=14.3d7.3ft.3de.3fy.15 2=14.feo.15 1=14.fik.15 1=14.fex.15 \
    1=14.h5n.15 1=14.fis.15 1=14.g31.15 1=14.fer.15 1=14.g2z.15 1=14.fh9.15 1=14.gg1.15 \
    1=14.kco.15 1=14.m7f.15 1=14.ldg.15 1=14.kdk.15 1=14.ssx.15 1=14.h7j.15 1=14.k4l.15 \
    1=14.kkq.15 1=14.kcp.15 1=14.ny6.15 1=14.glp.15 1=14.mm1.15 1=14.rs1.15 1=14.nz1.15 \
    1=14.gc4.15 1=14.fkz.15 1=14.gos.15 1=14.i1y.15 1=14.nhf.15 1=14.flt.15 1=14.rt3.15 \
    1=14.ggk.15 1=14.nzh.15 1=14.fm9.15 1=14.pnu.15 1=14.po3.15 1=gun 1=inw 1=k1z 1=oen \
    9=34.38.2t 1=1e.1d 1=1e.1e 1=1e.1f 1=1e.1g 1=1e.1h 1=1e.1i 1=1e.1j 1=1e.1k 1=1e.1l 1=1f.1c \
    1=1f.1d 1=1f.1e 1=1f.1f 1=1f.1g 1=1f.1h 1=3cw 1,2=3cy 2,3=3d1 3=3d5 1,2=3d7 2,5=3da \
    5=3cw.3fl 1=3cy.3fl 1=3cz.3fl 1=3d1.3fl 1=3d2.3fl 1=3d3.3fl 1=3d5.3fl 1=3d7.3fl 1=3d8.3fl \
    1=3da.3fl 1=3db.3fl 1=3dc.3fl 1=3dd.3fl 1=3de.3fl 1=3da.3fl.3hz.3cw.3ft 1=3d8.3fy.3d7.3g4 \
    1=3d7.3fy 2=feo 1=fik 1=fex 1=h5n 1=fis 1=g31 1=fer 1=g2z 1=fh9 1=gg1 1=kco 1=m7f 1=ldg \
    1=kdk 1=ssx 1=h7j 1=k4l 1=kkq 1=kcp 1=ny6 1=glp 1=mm1 1=rs1 1=nz1 1=gc4 1=o2g 1=n5j 1=ho3 \
    1=six 1=g16 1=ghc 1=lig 1=u11 1=fm9 1=g49 1=l7n 1=fey 1=ffx 1=fez 1=ijq 1=gkz 1=gfv 1=i3b \
    1=i1y 1=nhf 1=flt 1=rt3 1=ggk 1=hlo 1=1f.1i 1=1f.1j 1=1f.1k 1=1f.1l 1=1g.1c 1=1g.1d 1=1g.1e \
    1=1g.1f 1=1g.1g 1=1g.1h 1=1g.1i 1=1g.1j 1=1g.1k 1=1g.1l 1=1h.1c 1=1d.kco 1=1e.kco 1=1f.kco \
    1=1g.kco 1=1h.kco 1=1i.kco 1=1j.kco 1=1k.kco 1=1l.kco 1=1d.1c.kco 1=1d.1d.kco 1=1d.1e.kco \
    1=2w.2v 1=2t.36.2v 1=2t.3a 1=30.38.2s 1=9lu 1=9lw 1=9ly 1=9m0 1,2=9m2 2=9m5 1=9m7 1=9m9 \
    1=9mb 1=9md 1=9mf 1=9mh 1=9mj 1=9ml 1=9mn 1=9mp 1=9ms 1=9mu 1=9mw 1,6=9my 6=9n6 1=9n9 1=9nc \
    1=9nf 1,5=9ni 5=9no 1=9nq 1,6=9ns 6,4=9nz 4=fl0.gp8 1=9lu.9n3.9lm.9oc.9mw 1=9lu.9nv.9n9.9lt \
    1=9lu.9o3.9nc.9lm.9lu 1=9lu.9oc.9nv 1=9lw.9mz.9o3.9m7.9ll 1=9lw.9o3.9mp 1=9ly.9m1.9o3 \
    1=9m0.9mh.9m7.9oc.9mw.9ll 1=9m0.9oc.9m3.9oc 1=9m2.9o3.9mh 1=9m2.9oc.9nk 1=9m3.9lw.9nu \
    1=9m3.9nt.9mr.9mw 1=9m3.9nx.9nu.9oc 1=9m3.9ll.9nx.9o3 1=9m3.9ll.9o3.9ni 1=9m5.9ll.9m3.9ll \
    1=9m5.9ll.9mz.9oc 1=9m5.9np.9nu.9oc 1=9m5.9ll.9nv.9mn.9ll.9oc 1=9m5.9nx \
    1=9m5.9nx.9m7.9ll.9nt.9nk 1=9m5.9nx.9nl.9oc.9mw.9nv 1=9m5.9nx.9nz.9mr.9mw 1=9m7.9ll.9nt.9nk \
    1=9m7.9ll.9nt.9nk.9mw.9o3 1=9m7.9nv.9mj.9ll.9lw.9nx 1=9m7.9nx.9oc.9n1 1=9m9.9oc.9mh \
    1=9mb.9nv.9my 1=9mb.9oc.9nf.9lm 1=9md.9lw.9m7.9nv 1=9md.9o3.9mp.9oc.9nk \
    1=9mf.9nu.9o3.9m7.9ll 1=9mj.9o3.9mp 1=9mj.9o3.9mw 1=9mn.9ll.9oc.9mh 1=9mu.9ll.9mf \
    1=9mw.9ll.9nv 1=9mw.9o3 1=9my.9n2 1=9n2.9mr.9mw 1=9n3.9lw.9ms 1=9n3.9lm.9oc.9mj.9o3.9mw \
    1=9n3.9lm.9oc.9ms 1=9n3.9ll.9oc.9nw.9nv 1=9n6.9lm.9lu.9mh.9mw.9nv 1=9n6.9lm.9m7.9nv \
    1=9n6.9lm.9mb 1=9n6.9ll.9nv 1=9n9.9lt.9nt.9mr.9mw.9ll 1=9n9.9lv.9oc.9mw \
    1=9n9.9ll.9mr.9mf.9lz.9nv 1=9n9.9nt.9o3 1=9nc.9m7.9mn.9oc.9nv 1=9nc.9lm.9ml \
    1=9nc.9lm.9mz.9n6 1=9nc.9nv.9ms 1=9nc.9lm.9o3.9mh 1=9nc.9lm.9oc.9mf.9ll 1=9nc.9ll.9oc.9mn \
    1=9nf.9lm.9lw.9o3.9mw 1=9nf.9ll.9nv.9mw 1=9nf.9o3 1=9nf.9lm.9o3.9mw.9ll 1=9nf.9oc.9nv \
    1=9nf.9oc.9o3 1=9ni.9lw.9m7.9nx 1=9ni.9lw.9nv 1=9ni.9mr.9n3 1=9ni.9nv.9m7 \
    1=9ni.9o3.9mf.9nr.9o3 1=9nj.9m7.9nx.9o3 1=9nj.9nu 1=9nj.9nu.9n3.9ll.9oc.9nv 1=9nl.9m3.9ll \
    1=9nl.9m3.9ll.9mw.9o3 1=9nl.9oc.9mw.9nv 1=9no.9oc.9mw.9ll 1=9no.9oc.9nv 1=9nq.9lu.9o3 \
    1=9nu.9mr.9mw.9nv 1=9nu.9nt 1=9nv.9n6.9lm.9oc 1=9nv.9oc.9n9.9ll.9nv 1=9nw.9nk \
    1=9nw.9o3.9mw.9m9.9ll.9o3 1=9nz.9mr.9mw 1=1c.m9l 1=1d.m9l 1=1e.m9l 1=1f.m9l 1=1g.m9l \
    1=1h.m9l 1=1i.m9l 1=1j.m9l 1=1k.m9l 1=1l.m9l 1=1d.1c.m9l 1=1d.1d.m9l 1=1d.1e.m9l \
    1=1d.1f.m9l 1=1d.1g.m9l 1=1d.1h.m9l 1=1d.1i.m9l 1=1d.1j.m9l 1=1d.1k.m9l 1=1d.1l.m9l \
    1=1e.1c.m9l 1=1e.1d.m9l 1=1e.1e.m9l 1=1e.1f.m9l 1=1e.1g.m9l 1=2w.34.2p 1=2s.2p 1=2p.39 \
    1=2q.2p.36 1=33.3a 1=34.2r 1=2s.31 1=2s.31.1e 1=2s.31.1f 1=2x.39 1=inn.jdc 1=k6l.gp8 \
    1=hlz.l7n 1=k5q.lh7 1=kkq.irz.fmi.ny6 1=34.2p 1=32.2p 1=qk.2p 1=31.2p 1=2z.2p 1=2z.2q \
    1=31.2q 1=2v.2q 1=2r.2p.30 1=2z.2r.2p.30 1=34.2u 1=32.2u 1=qk.2u 1=qk.2v 1=31.2v 1=2z.2v \
    1=2w.3e 1=2z.2w.3e 1=31.2w.3e 1=2v.2w.3e 1=38.2w.3e 1=qk.30 1=31.30 1=2s.30 1=2z.30 1=2u.31 \
    1=32.31 1=qk.31 1=31.31 1=2r.31 1=2z.31 1=31.31.1e 1=2r.31.1e 1=31.1e 1=2z.31.1e 1=31.31.1f \
    1=2r.31.1f 1=31.1f 1=2z.31.1f 1=31.6qd.37 1=31.6qd.37.1e 1=34.2p 1=2z.34.2p 1=31.34.2p \
    1=2v.34.2p 1=36.2p.2s 1=36.2p.2s.6qd.37 1=36.2p.2s.6qd.37.1e 1=34.37 1=32.37 1=qk.37 \
    1=31.37 1=34.3a 1=32.3a 1=qk.3a 1=31.3a 1=2z.3a 1=31.3a 1=34.3b 1=32.3b 1=qk.3b 1=31.3b \
    1=2z.3b 1=31.3b 1=2z.qx 1=31.qx 1=2p.1a.31.1a 1=2q.35 1=2r.2r 1=2r.2s 1=2r.6qd.2z.2v \
    1=2r.33.1a 1=2s.2q 1=2v.3d 1=2w.2p 1=2w.34 1=2x.32 1=2z.2z 1=2z.31 1=2z.38 1=30.31 1=30.32 \
    1=30.33.2v 1=30.3c 1=31.2q 1=31.2x.30 1=31.33.30 1=34.2w 1=34.1a.31.1a 1=34.34.31 1=34.36 \
    1=37.36 1=37.3a 1=3b.2q 1=3a.6qd.31 1=2p.6qd.31 1=1d.k4l 1=1e.k4l 1=1f.k4l 1=1g.k4l \
    1=1h.k4l 1=1i.k4l 1=1j.k4l 1=1k.k4l 1=1l.k4l 1=1d.1c.k4l 1=1d.1d.k4l 1=1d.1e.k4l \
    1=1d.1f.k4l 1=1d.1g.k4l 1=1d.1h.k4l 1=1d.1i.k4l 1=1d.1j.k4l 1=1d.1k.k4l 1=1d.1l.k4l \
    1=1e.1c.k4l 1=1e.1d.k4l 1=1e.1e.k4l 1=1e.1f.k4l 1=1e.1g.k4l 1=1e.1h.k4l 1=1e.1i.k4l \
    1=1e.1j.k4l 1=1e.1k.k4l 1=1e.1l.k4l 1=1f.1c.k4l 1=1f.1d.k4l 1=2v.2p.30 mkh;n=wu9 1s;e=ww1 \
    s=ui 1=uk 3p;7=x0j g;v=x0z 1q=x2n 9;2=x2y 4=5tl 1;5=x33 d=x3g 2=h1 3;2=x3l 6;a=x3r k=h2 \
    1=gs 1=gx 1=h8 1=h6 2=im 1=hz 1=il 1=xub 1;8=x4l g=x3o 1=hu 1=5u6 1;2=x54 9=x5d 6;2=x5j \
    s=2r 1=2u 1=35 1=x6e 3=87 1=9f o3=x0n 1=xtj 1=h7 1=xua a=i5 7,28=3vk fps=2u.2u 1=2u.2x \
    1=2u.30 1=2u.2u.2x 1=2u.2u.30 1=37.38 1=37.38 d=12s.12u 1=12s.12d 1=12s.12j 1=132.12u \
    1=12s.12l 9=15u 1=15c 1,2=15f 2,3=15n 3=160 1=162 1=17 12=15c.15o 1=19t 1=19t 1=1a3 1=1a3 \
    1=1a3 1=1a3 1=1a6 1=1a6 1=1a6 1=1a6 1=1a8 1=1a8 1=1a8 1=1a8 1=1a2 1=1a2 1=1a2 1=1a2 1=1a7 \
    1=1a7 1=1a7 1=1a7 1=1a1 1=1a1 1=1a1 1=1a1 1=1b8 1=1b8 1=1b8 1=1b8 1=1ba 1=1ba 1=1ba 1=1ba \
    1=1ac 1=1ac 1=1ac 1=1ac 1=1ab 1=1ab 1=1ab 1=1ab 1=1ae 1=1ae 1=1ae 1,2=1ae 2=1af 1=1af 1=1af \
    1=1al 1=1al 1=1ak 1=1ak 1=1am 1=1am 1=1ag 1=1ag 1=1aw 1=1aw 1=1ap 1=1ap 1=1bd 1=1bd 1=1bd \
    1=1bd 1=1bj 1=1bj 1=1bj 1=1bj 1=1bn 1=1bn 1=1bn 1=1bn 1=1bl 1=1bl 1=1bl 1=1bl 1=1bu 1,2=1bu \
    2=1bv 1=1bv 1=1bv 1=1cl.190 1=1cl.190 1=1c1 1=1c1 1=1c1 1=1c1 1=1by 1=1by 1=1by 1=1by 1=1ci \
    1=1ci 1=1ci.190 1=1ci.190 y=1bh 1=1bh 1=1bh 1=1bh 1=1c7 1=1c7 1=1c6 1=1c6 1=1c8 1=1c8 \
    1=1c7.19w 1=1cb 1=1cb 1=1c5 1=1c5 1=1c9 1=1c9 1=1cg 1=1cg 1=1cg 1=1cg 1=18p 1=18p \
    1=18q.190.17r 1=18q.190.17r 1=18q.190.1cl 1=18q.190.1cl 1=18q.190.18o 1=18q.190.18o \
    1=18q.190.1c7 1=18q.190.1c7 1=18q.190.1c6 1=18q.190.1c6 1=18q.190.1c8 1=18q.190.1c8 \
    1=18q.190.1cg 1=18q.190.1cg 1=18q.190.1cg 1=18q.190.18p 1=18q.190.18p 1=18q.190.18p 1=1cc \
    1=1cc 1=1cc 1=1cc 1=18q.190.17w 1=18q.190.17x 1=18q.190.18l 1=18q.190.18p 1=18q.190.18q \
    1=17s.17w 1=17s.17x 1=17s.17y 1=17s.18l 1=17s.18p 1=17s.18q 1=17u.17w 1=17u.17x 1=17u.17y \
    1=17u.18l 1=17u.18p 1=17u.18q 1=17v.17w 1=17v.18l 1=17v.18p 1=17v.18q 1=17w.17x 1=17w.18l \
    1=17x.17w 1=17x.18l 1=17y.17w 1=17y.17x 1=17y.18l 1=183.17w 1=183.17x 1=183.17y 1=183.18l \
    1=185.17x 1=185.18l 1=186.17w 1=186.17x 1=186.17y 1=186.18l 1=187.17x 1=187.18l 1=188.18l \
    1=189.17w 1=189.18l 1=18a.17w 1=18a.18l 1=18h.17w 1=18h.17x 1=18h.17y 1=18h.18l 1=18h.18p \
    1=18h.18q 1=18i.17x 1=18i.18l 1=18i.18p 1=18i.18q 1=18j.17r 1=18j.17w 1=18j.17x 1=18j.17y \
    1=18j.18k 1=18j.18l 1=18j.18p 1=18j.18q 1=18k.17w 1=18k.17x 1=18k.17y 1=18k.18l 1=18k.18p \
    1=18k.18q 1=18l.17w 1=18l.17x 1=18l.17y 1=18l.18l 1=18l.18p 1=18l.18q 1=18m.17w 1=18m.17x \
    1=18m.17y 1=18m.18l 1=18m.18p 1=18m.18q 1=18n.17w 1=18n.18l 1=18n.18p 1=18n.18q 1=18q.17w \
    1=18q.17x 1=18q.17y 1=18q.18l 1=18q.18p 1=18q.18q 1=180.19s 1=181.19s 1=18p.19s 1=w.18s.18x \
    1=w.18t.18x 1=w.18u.18x 1=w.18v.18x 1=w.18w.18x 1=w.18x.19s 1=18q.190.181 1=18q.190.182 \
    1=18q.190.18l 1=18q.190.18m 1=18q.190.18p 1=18q.190.18q 1=17s.181 1=17s.182 1=17s.18l \
    1=17s.18m 1=17s.18p 1=17s.18q 1=17u.181 1=17u.182 1=17u.18l 1=17u.18m 1=17u.18p 1=17u.18q \
    1=17v.181 1=17v.182 1=17v.18l 1=17v.18m 1=17v.18p 1=17v.18q 1=18h.18p 1=18h.18q 1=18i.18p \
    1=18i.18q 1=18j.17r 1=18j.18k 1=18j.18l 1=18j.18p 1=18j.18q 1=18k.18l 1=18k.18p 1=18k.18q \
    1=18l.17r 1=18l.18l 1=18m.181 1=18m.182 1=18m.18l 1=18m.18m 1=18m.18p 1=18m.18q 1=18p.19s \
    1=18q.181 1=18q.182 1=18q.18l 1=18q.18m 1=18q.18p 1=18q.18q 1=18q.190.17w 1=18q.190.17x \
    1=18q.190.17y 1=18q.190.18l 1=18q.190.18n 1=17s.17w 1=17s.17x 1=17s.17y 1=17s.18l 1=17s.18n \
    1=17u.17w 1=17u.17x 1=17u.17y 1=17u.18l 1=17u.18n 1=17v.18l 1=17w.17x 1=17w.18l 1=17x.17w \
    1=17x.18l 1=17y.17w 1=17y.18l 1=183.17w 1=183.17x 1=183.17y 1=183.18l 1=185.17x 1=185.17y \
    1=185.18l 1=186.17w 1=186.17x 1=186.17y 1=186.18l 1=187.17x 1=188.18l 1=189.17w 1=189.18l \
    1=18a.17w 1=18a.18l 1=18h.17w 1=18h.17x 1=18h.17y 1=18h.18l 1=18i.17x 1=18i.18l 1=18j.17w \
    1=18j.17x 1=18j.17y 1=18j.18k 1=18j.18l 1=18k.17w 1=18k.17x 1=18k.17y 1=18k.18l 1=18k.18n \
    1=18l.17w 1=18l.17x 1=18l.17y 1=18l.18l 1=18m.17w 1=18m.17x 1=18m.17y 1=18m.18l 1=18m.18n \
    1=18n.17w 1=18n.18l 1=18n.19s 1=18q.17w 1=18q.17x 1=18q.17y 1=18q.18l 1=18q.18n \
    1=18q.190.18l 1=18q.190.18n 1=17s.18l 1=17s.18n 1=17u.18l 1=17u.18n 1=17v.18l 1=17v.18n \
    1=183.18l 1=183.18n 1=184.18l 1=184.18n 1=18j.18k 1=18j.18l 1=18k.18l 1=18m.18l 1=18m.18n \
    1=18q.18l 1=18q.18n 1=18g.18u.18x 1=18g.18v.18x 1=18g.18w.18x 1=187.18p 1=187.18q 1=189.18p \
    1=189.18q 1=18a.18p 1=18a.18q 1=183.18p 1=183.18q 1=184.18p 1=184.18q 1=17x.18p 1=17x.18q \
    1=17w.18p 1=17w.18q 1=17y.18p 1=17y.18q 1=185.18p 1=185.18q 1=186.18p 1=186.18q 1=184.17w \
    1=184.17x 1=184.17y 1=184.18l 1=184.181 1=183.181 1=185.181 1=186.181 1=187.18p 1=187.18q \
    1=189.18p 1=189.18q 1=18a.18p 1=18a.18q 1=183.18p 1=183.18q 1=184.18p 1=184.18q 1=17x.18p \
    1=17x.18q 1=17w.18p 1=17w.18q 1=17y.18p 1=17y.18q 1=185.18p 1=185.18q 1=186.18p 1=186.18q \
    1=184.17w 1=184.17x 1=184.17y 1=184.18l 1=184.181 1=183.181 1=185.181 1=186.181 1=184.17w \
    1=184.17x 1=184.17y 1=184.18l 1=183.18n 1=184.18n 1=187.18l 1=183.17w 1=183.17x 1=183.17y \
    1=184.17w 1=184.17x 1=184.17y 1=187.18l 1=188.18l 1=17r.18r 1=17r.18r j=17u.17w.18l \
    1=17u.17x.17w 1=17u.17x.17w 1=17u.17x.18l 1=17u.17y.18l 1=17u.18l.17w 1=17u.18l.17x \
    1=17u.18l.17y 1=17w.18l.17x 1=17w.18l.17x 1=17x.18l.18q 1=17x.18l.18p 1=183.17x.17w \
    1=183.17w.17x 1=183.17w.18p 1=183.18l.17x 1=183.18l.17x 1=183.18l.17w 1=183.18l.18l \
    1=183.18l.18l 1=185.17x.17x 1=185.17x.17x 1=185.18l.18l 1=184.17x.18l 1=184.17x.18l \
    1=184.17w.18q 1=184.18l.17y 1=184.18l.17y 1=184.18l.18l 1=184.18l.18l 1=186.17x.18p \
    1=186.17y.18l 1=186.17y.18l 1=187.18l.17x 1=187.18l.17x 1=187.18l.18l 1=187.18l.18q \
    1=189.17w.18l 1=189.18l.18l 1=189.18l.18l 1=189.18l.18p 1=18a.18l.18l 1=18a.18l.18q \
    1=18a.18l.18p 1=18h.17y.18l 1=18h.17y.18l 1=18i.18l.17x 1=18i.18l.18l 1=18k.17x.18l \
    1=18k.17x.18q 1=18k.17x.18p 1=18k.17w.17w 1=18k.17w.17w 1=18k.17y.18l 1=18k.17y.18l \
    1=18k.18l.17x 1=18k.18l.17x 1=18l.17x.17w 1=18l.17x.18l 1=18l.17x.18q 1=18l.17w.17x \
    1=18l.17w.18l 1=18l.17y.17w 1=18l.17y.18l 3=18l.17w.17y 1=18n.18l.17w 1=18n.18l.18l \
    1=18m.17x.18l 1=18m.17x.18p 1=18m.17w.18l 1=18m.17w.18l 1=18m.17w.18p 1=18m.18l.18q \
    1=18m.18l.18p 1=18q.18l.18l 1=18q.18l.18l 1=17s.17y.18q 1=17u.17w.18q 1=17u.17w.18p \
    1=17u.17y.18q 1=17u.17y.18p 1=17u.18l.18q 1=17u.18l.18p 1=17w.18l.18q 1=17w.17x.18p \
    1=17w.18l.18p 1=183.17y.18p 1=185.17x.18q 1=184.17x.18q 1=186.17x.18q 1=18k.17w.18q \
    1=18k.18l.18q 1=18q.17x.18q 1=18q.17w.18q 1=18q.18l.18q 1=18l.18l.18q 1=18i.18l.18q \
    1=18m.17x.18q 1=18i.18l.17x 1=18k.17x.18l 1=189.18l.18q 1=18j.18l.18q 1=18m.17w.17x \
    1=18l.17y.18q 1=18k.17w.18l 1=18j.18l.18l 1=18k.17w.18l 1=18m.17w.17x 1=17w.17x.18q \
    1=17x.17w.18q 1=18l.17w.18q 1=18h.18l.18q 1=17s.17x.18q 1=18j.18l.18l 1=189.17w.18l \
    1=185.18l.18l 1=183.17y.18q 1=18m.17w.18q 15=185.18k.1ci 1=18i.18k.1ci 1=17r.18k.18k.18n \
    1=17r.18j.17s.181 1=18l.17x.18l.17z 1=185.18k.189.18l 1=181.183.18o.18k 1=189.18k.18q.18n \
    1=18o.183.18k.18l 1=185.18k.18p \
    1=185.18k.18p.w.17r.18k.18k.18n.w.189.18k.18q.18n.w.18o.183.18k.18l \
    1=17w.18k.w.17w.18k.17r.18k.18n 1=181.1cc.17r.18k k=18 1,2=9hd 2,2=1m 2=x 1=1r 1,2=9hy \
    2=1a.1a.1a n=1a.1a 1=6c4 1=6c3 1=2n 1=2n 1,2=14 2=3f 1=3h 1,2=9hw 2,2=9hs 2,2=9hm 2,2=9hk \
    2,4=9ho 6=2j 1=2l 1=w.lh 1=w.lh 1=w.lh 1=w.lh 1=2n 1=2n 1=2n 1=18 1=9hd 1=1a 2=1n 1=1m 1=1r \
    1=x 1=6c4 1,2=14 2=3f 1=3h 1,2=9hw 2=z 1=12 1,2=16 2=19 1=1o 1=1q 1=1p 2=2k 1,2=10 2=1s \
    5=w.18r 1=18g.18r 1=w.18s 2=w.18t 2=w.18u 1=18g.18u 1=w.18v 1=18g.18v 1=w.18w 1=18g.18w \
    1=w.18x 1=18g.18x 1=w.18y 1=18g.18y 1=17l 1=17r.18z 1=17r.18z 1=17r.190 1=17r.190 1=18o.190 \
    1=18o.190 1=17r.191 1=17r.191 1=18q.190 1=18q.190 1=18q.190 1=18q.190 1=17r 1,2=17r 2=17s \
    1=17s 1,2=17s 2,2=17t 2=17u 1=17u 1,2=17u 2=17v 1=17v 1,2=17v 2=17w 1=17w 1,2=17w 2=17x \
    1=17x 1,2=17x 2=17y 1=17y 1,2=17y 2,2=17z 2,2=180 2,2=181 2,2=182 2=183 1=183 1,2=183 2=184 \
    1=184 1,2=184 2=185 1=185 1,2=185 2=186 1=186 1,2=186 2=187 1=187 1,2=187 2=188 1=188 \
    1,2=188 2=189 1=189 1,2=189 2=18a 1=18a 1=18a 1=18h 1=18h 1=18h 1,2=18h 2=18i 1=18i 1,2=18i \
    2=18j 1=18j 1,2=18j 2=18k 1=18k 1,2=18k 2=18l 1=18l 1,2=18l 2=18m 1=18m 1,2=18m 2=18n 1=18n \
    1,2=18n 2,2=18o 2,2=18p 2=18q 1=18q 1=18q 1=18k.17r.18z 1=18k.17r.18z 1=18k.17r.190 \
    1=18k.17r.190 1=18k.17r.191 1=18k.17r.191 1=18k.17r 1=18k.17r 5,w=x w,q=2p q,10=2j 10,2=879 \
    2=9he 1,2=9ho 2=9hd 1=9ob 1=9o2 1=9lt 1=9lv 1=9lx 1=9lz 1=9m1 1=9nn 1=9np 1=9nr 1=9mr 1=9oc \
    1=9lu 1=9lw 1=9ly 1=9m0 1,2=9m2 2=9m5 1=9m7 1=9m9 1=9mb 1=9md 1=9mf 1=9mh 1=9mj 1=9ml 1=9mn \
    1=9mp 1=9ms 1=9mu 1=9mw 1,6=9my 6=9n6 1=9n9 1=9nc 1=9nf 1,5=9ni 5=9no 1=9nq 1,6=9ns 6=9nz \
    1=9o3 1,2=9ll 2=3fk 1,2=3cw 2=3hm 1=3cy 1,2=3ho 2,3=3cz 3,6=3hs 6=3dm 1,3=3d2 3=3dt 1,a=3d5 \
    d,6=3fl 8,6=3fr 8,6=3fx 8,3=3g3 6,2=4i 2=4s 1=w.lg 1=4m 1=4l 1=6g9 2=7b6 1,4=6mo 4=7fk \
    1=7gr sy,14=1fe0 4w,10=1fiw 5c,b=1fo7 c,f=1foj g,7=1foz 8,2=1fp7 dp,2=k0 2=6e 1=ih 1=gj \
    2=ir 1=xuu 1=it 1=is 1,2=gm 2=5u9 1=go 1=gu 1=ix 1=h0 1=gy 1=gw 1=ij 1=87 1=ik 1=h3 1=hw \
    1,2=iy 2=h8 1=2mmc 1=x3i 1=ha 1=2mmd 1=i6 1=2mme 1=6w 1,2=hi 2=35 1=hm 1=2mmg 1,2=hp 2=hs \
    1=iw 1=iu 1=xuv 1=iv 1=i0 1=8s1 2=i7 1,2=ip 2=ig 1,3=cg 3=2mmi 1=2mn2 xy,1f=1h34 2e8,w=1jgg \
    gww,w=20dc k3k,q=2p q,q=2p q,q=2p q,7=2p 8,i=2x i,q=2p q,q=2p q;2=2p 3=2s 3=2v 3,2=2y \
    4,4=32 5,8=37 8,4=2p 5;2=2u 3,6=2x 7,b=34 b,q=2p q,q=2p q,2=2p 3,4=2s 6,8=2y 9,7=37 8,q=2p \
    q,2=2p 3,4=2s 5,5=2x 6=33 4,7=37 8,q=2p q,q=2p q,q=2p q,q=2p q,q=2p q,q=2p q,q=2p q,q=2p \
    q,q=2p q,q=2p q,q=2p q,q=2p q,q=2p q=8h 1=fr 3,h=q9 h=qg 1,7=qr 7=6pz 1,h=q9 h=qr 1,7=qr \
    7=6pu 1=qd 1=qg 1=qi 1=qu 1=qp 1=qo 1,h=q9 h=qg 1,7=qr 7=6pz 1,h=q9 h=qr 1,7=qr 7=6pu 1=qd \
    1=qg 1=qi 1=qu 1=qp 1=qo 1,h=q9 h=qg 1,7=qr 7=6pz 1,h=q9 h=qr 1,7=qr 7=6pu 1=qd 1=qg 1=qi \
    1=qu 1=qp 1=qo 1,h=q9 h=qg 1,7=qr 7=6pz 1,h=q9 h=qr 1,7=qr 7=6pu 1=qd 1=qg 1=qi 1=qu 1=qp \
    1=qo 1,h=q9 h=qg 1,7=qr 7=6pz 1,h=q9 h=qr 1,7=qr 7=6pu 1=qd 1=qg 1=qi 1=qu 1=qp 1=qo 1=rh \
    1=rh 3,a=1c a,a=1c a,a=1c a,a=1c a,a=1c 3d6,y=2oma zk,2=17r 2=17w 1=17z 2=18o 1=182 1=17x \
    1=187 1=18q 1,4=18j 4=183 1=189 1=18h 1=185 1=18i 1=181 1=184 1,2=17u 2=17y 1=180 1=186 \
    1=188 1=18a 1=19q 1=1bu 1=1b5 1=19r 2=17s 1=17w 2=18n 3=17x 2=18q 1,4=18j 4=183 1=189 1=18h \
    1=185 1=18i 2=184 1,2=17u 2=17y 2=186 2=18a 7=17w 5=17x 2=18q 2;2=18k 3=183 1=189 2=185 \
    1=18i 2=184 3=17y 2=186 2=18a 2=1bu 2=19r 2=17s 1=17w 2=18n 3=17x 1=187 1=18q 1;2=18j 3=18m \
    1=183 1=189 1=18h 1=185 1=18i 2=184 1,2=17u 2=17y 2=186 1=188 1=18a 1=19q 2=1b5 2,2=17r \
    2=17w 1=17z 1,2=18n 2=182 1=17x 1=187 1=18q 2,3=18k 3=183 1=189 1=18h 1=185 1=18i 1=181 \
    1=184 1,2=17u 2=17y 1=180 1=186 1=188 1=18a 6=17s 1=17w 1=17z 2=18o 1=182 1=17x 1=187 1=18q \
    2,3=18k 3=183 1=189 1=18h 1=185 1=18i 1=181 1=184 1,2=17u 2=17y 1=180 1=186 1=188 1=18a \
    g5=1c.1a 1=1c.18 1=1d.18 1=1e.18 1=1f.18 1=1g.18 1=1h.18 1=1i.18 1=1j.18 1=1k.18 1=1l.18 \
    6=14.2p.15 1=14.2q.15 1=14.2r.15 1=14.2s.15 1=14.2t.15 1=14.2u.15 1=14.2v.15 1=14.2w.15 \
    1=14.2x.15 1=14.2y.15 1=14.2z.15 1=14.30.15 1=14.31.15 1=14.32.15 1=14.33.15 1=14.34.15 \
    1=14.35.15 1=14.36.15 1=14.37.15 1=14.38.15 1=14.39.15 1=14.3a.15 1=14.3b.15 1=14.3c.15 \
    1=14.3d.15 1=14.3e.15 1=9hw.37.9hx 1=2r 1=36 1=2r.2s 1=3b.3e 2,q=2p q=2w.3a 1=31.3a 1=37.2s \
    1=37.37 1=34.34.3a 1=3b.2r r=31.2r 1=31.2s 1=31.36 10=2s.2y 34=9kr.9jf 1=9mb.9mb 1=9md \
    e=jez 1=i1j 1=gjw 1=9mu.9ll 1=fik 1=hlm 1=r8j 1=hm1 1=fj8 1=k68 1=mch 1=k2h 1=g99 1=ivg \
    1=g3x 1=k34 1=g7x 1=oqq 1=n4v 1=rs9 1=hkg 1=gmx 1=lxw 1=jh1 1=jmd 1=feo 1=fex 1=si2 1=ijq \
    1=ffx 1=gkz 1=jk7 1=rxs 1=jf7 1=o01 1=o6y 1=glk 1=lts 1=kcp 1=kco 1=n5f 1=gaa 1=gxi 1=sp9 \
    5=9hw.kdo.9hx 1=9hw.fex.9hx 1=9hw.fik.9hx 1=9hw.i2x.9hx 1=9hw.m9l.9hx 1=9hw.jf7.9hx \
    1=9hw.nh3.9hx 1=9hw.gd9.9hx 1=9hw.k0n.9hx 8=ivr 1=gkv 1wf,a=1c
    """
}

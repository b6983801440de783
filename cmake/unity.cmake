# Nine tenths of the time of a small file goes to the headers that it includes, so the files of a folder are compiled
# together, MOST at a time.  An unnamed namespace is then that of its whole group: a name in it is used once a folder.
# -DSAMENLOOP_UNITY=OFF compiles each file by itself (clang-tidy, coverage, include hygiene).
option(SAMENLOOP_UNITY "Compile the files of a folder together" ON)

function(unity_by_folder target most)
  if(NOT SAMENLOOP_UNITY)
    return()
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  foreach(source IN LISTS ARGN)
    cmake_path(GET source PARENT_PATH path)
    cmake_path(GET path FILENAME folder)
    string(MAKE_C_IDENTIFIER "seen_${folder}" seen)
    if(NOT DEFINED ${seen})
      set(${seen} 0)
    endif()
    math(EXPR group "${${seen}} / ${most}")
    math(EXPR ${seen} "${${seen}} + 1")
    set_property(SOURCE ${source} PROPERTY UNITY_GROUP "${folder}_${group}")
  endforeach()
endfunction()
